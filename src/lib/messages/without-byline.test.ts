import { expect, test } from 'vitest';
import { withoutByline } from './without-byline.ts';

test.each([
	['Par Ana Mar Trois semaines.', ['Ana Mar'], 'Trois semaines.'],
	['By Ana Mar and Léo Roc. Three weeks.', ['Ana Mar', 'Léo Roc'], 'Three weeks.'],
	['par Ana Mar, Léo Roc — Trois semaines.', ['Ana Mar', 'Léo Roc'], 'Trois semaines.'],
	['Par Ana Mar Trois semaines.', [], 'Par Ana Mar Trois semaines.'],
	['Par ici, Ana Mar.', ['Ana Mar'], 'Par ici, Ana Mar.'],
	['Party by Ana Mar', ['Ana Mar'], 'Party by Ana Mar'],
	['By Ana Mar', ['Ana Mar'], 'By Ana Mar'],
	['By Ana Martin. Three weeks.', ['Ana Mar'], 'By Ana Martin. Three weeks.'],
	['', ['Ana Mar'], '']
])('%j by %j → %j', (text, authors, rest) => {
	expect(withoutByline(text, authors)).toBe(rest);
});
