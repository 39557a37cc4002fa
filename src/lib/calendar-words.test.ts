import { expect, test } from 'vitest';
import { monthNamed, months } from './calendar-words.ts';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'];

/** Months as a library that knows the languages writes them, long and short, alone and behind a day. */
const written = LANGUAGES.flatMap((language) =>
	(['long', 'short'] as const).flatMap((month) =>
		Array.from({ length: 12 }, (_, i) => {
			const parts = new Intl.DateTimeFormat(language, {
				day: 'numeric',
				month,
				timeZone: 'UTC'
			}).formatToParts(Date.UTC(2025, i, 3));
			const name = parts.find(({ type }) => type === 'month')!.value;
			return [language, name, i + 1] as const;
		})
	)
);

test.each(written)('%s: %s → month %i', (_, name, month) => {
	expect(monthNamed(name)).toBe(month);
	expect(monthNamed(name.toUpperCase())).toBe(month);
	expect(name.replace('.', '').toLowerCase()).toMatch(new RegExp(`^(?:${months})$`));
});

test.each(['', 'marketing', 'monday', 'mayor', 'constructor', 'sets'])('%j → no month', (word) => {
	expect(monthNamed(word)).toBeNull();
});
