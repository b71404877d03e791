package model

// Material says of every question of d, by its ID, whether changing its answer after signature changes what the parties
// agreed: who they are, the purpose, the duration, the quota, amounts and days. All do, unless formal lists them. What is
// material takes an avenant, the rest an erratum.
func Material(d *Dossier) map[string]bool {
	slight := map[any]bool{}
	for _, p := range formal(d) {
		slight[p] = true
	}
	out := map[string]bool{}
	for at, f := range Index(Form(d)) {
		out[f.ID] = !slight[at]
	}
	return out
}

// formal lists the answers by which people are reached and papers are filed: nobody is bound by them.
func formal(d *Dossier) []any {
	c, t, s := &d.Contacts, &d.Town, &d.Signing
	out := []any{
		&c.People, &c.OfficeName, &c.OfficeEmail, &c.DataOfficer, &c.PressContact, &d.Steering.ReferentEmail,
		&t.ChorusCode, &d.Group.APE, &d.Membership.Number,
		&d.Support.Number, &d.Support.Place, &d.Secondment.Number, &d.Secondment.Place,
		&s.Mode, &s.Copies, &s.Initials, &s.Paraphes, &s.Tag, &s.Order,
	}
	for _, p := range c.People {
		out = append(out, &p.Role, &p.Civility, &p.FirstName, &p.LastName, &p.Phone, &p.Email)
	}
	for _, o := range s.Order {
		out = append(out, &o.Who, &o.Role)
	}
	return out
}
