import { expect, test } from 'vitest';
import { troubleWords } from './trouble-words.ts';

test('a trouble with days → as people of the language write them; what was typed, as it was typed', () => {
	const days = { from: '2026-11-20', to: '2026-11-02' };
	expect(troubleWords('badPeriod', days, 'fr')).toBe(
		'Le début, 20 nov. 2026, est après la fin, 2 nov. 2026.'
	);
	expect(troubleWords('badPeriod', days, 'en')).toContain('20 Nov 2026');
	expect(troubleWords('badNumber', { given: '2026-11-20' }, 'fr')).toContain('2026-11-20');
});
