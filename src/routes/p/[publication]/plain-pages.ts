/** Pages without filters that show forms and no data: that filters do not apply goes without saying. */
export const FORM_PAGES: readonly string[] = [
	'/p/[publication]/alerts',
	'/p/[publication]/annotations',
	'/p/[publication]/activity',
	'/p/[publication]/issues/[issue]/edit',
	'/p/[publication]/privacy',
	'/p/[publication]/rules',
	'/p/[publication]/settings',
	'/p/[publication]/shares',
	'/p/[publication]/reports/mailings',
	'/p/[publication]/topics/manage',
	'/p/[publication]/topics/proposals'
];

/** Pages that have no filters. */
export const PLAIN_PAGES: readonly string[] = [
	...FORM_PAGES,
	'/p/[publication]/drafts',
	'/p/[publication]/drafts/[forecast]',
	'/p/[publication]/next',
	'/p/[publication]/imports',
	'/p/[publication]/imports/pages',
	'/p/[publication]/imports/sends',
	'/p/[publication]/items/[item]',
	'/p/[publication]/reports/[report]',
	'/p/[publication]/sponsors/[placement]',
	'/p/[publication]/ledger/names'
];
