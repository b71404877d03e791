package model

// Headings lists the headings of the presentation in its order; each opens a page that ends where the next begins.
func Headings() []string {
	return []string{pageAmbition, pageGap, pageOffer, pageCapacity, pageTasks, pageComplex, pageGroup, pageSecondment,
		pageTowns, pageContents, pageSteps}
}
