import { expect, test } from 'vitest';
import { typedPlacements, withCount, withIssue } from './places.ts';

function formOf(...fields: [string, string][]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

const issues = (...names: string[]) => names.map((issue) => ({ issue, own: '' }));

test('fields that are repeated → a placement for each issue, with its own fee', () => {
	const form = formOf(['issue', ' 12 '], ['own', ''], ['issue', '13'], ['own', '450,00']);
	expect(typedPlacements(form)).toEqual([
		{ issue: '12', own: '' },
		{ issue: '13', own: '450,00' }
	]);
});

test('no issue at all, or issues without fees → a placement, and no fee of its own', () => {
	expect(typedPlacements(formOf())).toEqual([{ issue: '', own: '' }]);
	expect(typedPlacements(formOf(['issue', '12']))).toEqual([{ issue: '12', own: '' }]);
});

test.each([
	[issues('12'), 3, issues('12', '13', '14')],
	[issues('No. 9'), 2, issues('No. 9', 'No. 10')],
	[issues('2026-03-12'), 2, issues('2026-03-12', '')],
	[issues('Spring'), 2, issues('Spring', '')],
	[issues(''), 2, issues('', '')],
	[issues('12', '20', '30'), 2, issues('12', '20')]
])('%j for %i issues → those, and the next numbers', (before, count, after) => {
	expect(withCount(before, count)).toEqual(after);
});

test('an issue that is named otherwise → those that followed it still do, up to the first that did not', () => {
	expect(withIssue(issues('12', '13', '20', '21'), 0, '5')).toEqual(issues('5', '6', '20', '21'));
	expect(withIssue(issues('', '', ''), 0, '12')).toEqual(issues('12', '13', '14'));
	expect(withIssue(issues('12', '13', '14'), 1, '14')).toEqual(issues('12', '14', '15'));
	const priced = [
		{ issue: '12', own: '1' },
		{ issue: '13', own: '2' }
	];
	expect(withIssue(priced, 0, 'Extra')).toEqual([
		{ issue: 'Extra', own: '1' },
		{ issue: '', own: '2' }
	]);
});
