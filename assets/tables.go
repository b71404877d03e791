package assets

import _ "embed"

// The reference tables of 2026. Lines of cells separated by tabs.
var (
	// Communes is a gzip of the régions, départements, EPCI and communes, laid out as model/territory/generate.go says.
	// Source: @etalab/decoupage-administratif 6.0.0 (INSEE, DGCL, La Poste), Licence Ouverte 2.0.
	//go:embed communes.tsv.gz
	Communes []byte

	// ACV lists the communes of the programme Action cœur de ville: INSEE code, territory, day of the framework
	// convention (empty when unknown), town gate, presence in the lists of April 2025 and of September 2024 (0 or 1).
	// Source: Agence nationale de la cohésion des territoires, Licence Ouverte 2.0.
	//go:embed acv.tsv
	ACV string

	// Departments gives, by département or collectivity, the seat of its tribunal administratif (article R. 221-3 of the
	// code de justice administrative) and its direction régionale of the Banque des Territoires; empty when unknown.
	//go:embed departments.tsv
	Departments string
)
