import { expect, test } from 'vitest';
import { showingRow } from './saved.ts';

const anywhere = { last: null, channel: null, from: null, to: null };

test('a row of days → the page of those days, whatever its channel', () => {
	const words = { from: '2026-11-25', to: '2026-11-30' };
	expect(showingRow('spend', words)).toEqual({ ...anywhere, ...words });
	expect(showingRow('value', { from: '2026-11-25', to: null })).toEqual({
		...anywhere,
		from: '2026-11-25',
		to: '2026-11-25'
	});
});

test('a placement, which has no days → all periods, looked for by its sponsor', () => {
	expect(showingRow('placement', { sponsor: 'Acme' })).toEqual({
		...anywhere,
		'placement.find': 'Acme'
	});
});
