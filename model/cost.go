package model

// Cost is the monthly cost of the secondment, as estimated or as quoted by the group (part 6).
type Cost struct {
	Basis       CostBasis `json:"basis"`
	Salary      Cents     `json:"salary"`     // gross, a year, full-time
	Charges     *Rate     `json:"charges"`    // employer's contributions, of the gross
	PayrollTax  *Rate     `json:"payrollTax"` // taxe sur les salaires, of the gross
	Management  *Rate     `json:"management"` // group's fee, of gross, contributions and tax
	Expenses    *Cents    `json:"expenses"`   // professional expenses, a month
	QuoteRef    string    `json:"quoteRef"`
	QuoteDay    Day       `json:"quoteDay"`
	QuoteWages  *Cents    `json:"quoteWages"` // the five amounts of the quote, a month, for the half-time
	QuoteDues   *Cents    `json:"quoteDues"`
	QuoteTax    *Cents    `json:"quoteTax"`
	QuoteFee    *Cents    `json:"quoteFee"`
	QuoteOther  *Cents    `json:"quoteOther"`
	Dues        *Cents    `json:"dues"`     // membership fee, a year
	Deposit     *Cents    `json:"deposit"`  // guarantee fund
	Indirect    *Cents    `json:"indirect"` // workplace and supervision borne by the town, for the mission
	IndirectFor string    `json:"indirectFor"`
}

// CostBasis says which figures make the monthly cost.
type CostBasis string

// The bases of the monthly cost.
const (
	CostEstimate CostBasis = "estimation"
	CostQuote    CostBasis = "devis"
)

// Payment is how invoices and subsidy are spread (part 6).
type Payment struct {
	Proration   Proration `json:"proration"`
	Issuer      Recruiter `json:"issuer"` // who invoices
	Every       Frequency `json:"every"`  // how often the group invoices
	DueDays     int       `json:"dueDays"`
	FirstShare  *Rate     `json:"firstShare"`  // of the subsidy, at the start
	FirstLag    int       `json:"firstLag"`    // months from start to first payment received
	BalanceLag  int       `json:"balanceLag"`  // months from end to balance received
	BalanceFile int       `json:"balanceFile"` // months after the end to file the balance
	TownIBAN    string    `json:"townIban"`
}

// Proration is how a month that is not whole is counted.
type Proration string

// The proration methods of domain §5.2.
const (
	ProrationCalendar Proration = "calendaire"
	ProrationThirty   Proration = "trentieme"
	ProrationWorked   Proration = "ouvres"
)

// Terms are the parameters that the presentation leaves open: each stays « à confirmer avec la Direction régionale » until
// someone says who confirmed it and when.
type Terms struct {
	Rate          *Rate        `json:"rate"` // subsidy rate
	RateBy        Confirmation `json:"rateBy"`
	Ceiling       *Cents       `json:"ceiling"` // nil: none
	CeilingBy     Confirmation `json:"ceilingBy"`
	TaxBase       TaxBase      `json:"taxBase"`
	TaxBaseBy     Confirmation `json:"taxBaseBy"`
	WindowStart   Day          `json:"windowStart"`
	WindowEnd     Day          `json:"windowEnd"`
	WindowMeans   WindowSense  `json:"windowMeans"` // what must fall in the window
	WindowBy      Confirmation `json:"windowBy"`
	StudyPayer    StudyPayer   `json:"studyPayer"`
	StudyPayerBy  Confirmation `json:"studyPayerBy"`
	FeesIncluded  Answer       `json:"feesIncluded"` // group's fee in the base
	FeesBy        Confirmation `json:"feesBy"`
	DuesIncluded  Answer       `json:"duesIncluded"` // membership fee in the base
	DuesBy        Confirmation `json:"duesBy"`
	OtherIncluded string       `json:"otherIncluded"` // anything else someone put in the base
}

// Confirmation says who confirmed a parameter, and when.
type Confirmation struct {
	By  string `json:"by"`
	Day Day    `json:"day"`
}

// Given reports whether the parameter is confirmed.
func (c Confirmation) Given() bool { return c.By != "" && c.Day != "" }

// TaxBase says whether the subsidised cost is with or without VAT.
type TaxBase string

// The tax bases.
const (
	BaseWithTax    TaxBase = "ttc"
	BaseWithoutTax TaxBase = "ht"
)

// WindowSense is what the programme window bounds.
type WindowSense string

// The senses of the programme window.
const (
	WindowSignature WindowSense = "signature"
	WindowStartDay  WindowSense = "debut"
	WindowEndDay    WindowSense = "fin"
)

// StudyPayer is who pays the AMO.
type StudyPayer string

// The payers of the AMO.
const (
	PayerBank   StudyPayer = "bdt"
	PayerTown   StudyPayer = "ville"
	PayerShared StudyPayer = "partage"
)
