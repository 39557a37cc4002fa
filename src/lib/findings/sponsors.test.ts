import { expect, test } from 'vitest';
import { sponsorsFinding, sponsorStatements } from './sponsors.ts';

const placement = {
	unlocated: null,
	enough: true,
	low: 0.8,
	high: 1.3,
	lift: 1,
	above: 0.5,
	guaranteed: null,
	clicks: 40,
	open: false
};

test('a missed guarantee → stated first, but not while its issue is open or its clicks are unknown', () => {
	const late = { ...placement, guaranteed: 50 };
	expect(sponsorsFinding([placement, late])).toEqual({
		key: 'finding.sponsors.missed',
		values: { n: { n: 1 }, of: { n: 1 } }
	});
	expect(sponsorsFinding([{ ...late, open: true }]).key).toBe('finding.sponsors.usual');
	expect(sponsorsFinding([{ ...late, clicks: null as never }]).key).toBe('finding.sponsors.usual');
});

test('placements outside usual → counted; none outside, none estimated or none at all → said so', () => {
	expect(sponsorsFinding([{ ...placement, low: 1.1 }, placement])).toEqual({
		key: 'finding.sponsors.apart',
		values: { told: { n: 2 }, above: { n: 1 }, below: { n: 0 } }
	});
	expect(sponsorsFinding([placement]).key).toBe('finding.sponsors.usual');
	expect(sponsorsFinding([{ ...placement, enough: false, low: null as never }]).key).toBe(
		'finding.sponsors.counted'
	);
	expect(sponsorsFinding([{ ...placement, unlocated: 'noIssue' as never }]).key).toBe(
		'finding.sponsors.lost'
	);
	expect(sponsorsFinding([]).key).toBe('finding.sponsors.none');
});

test('placements without a lift → it is only called too few where that is why', () => {
	const unsaid = (why: string | null) => ({ ...placement, enough: false, low: null as never, why });
	expect(sponsorsFinding([unsaid('fewItems')]).key).toBe('finding.sponsors.counted');
	expect(sponsorsFinding([unsaid('open'), unsaid('open')])).toEqual({
		key: 'finding.sponsors.unsaid',
		values: { n: { n: 2 }, why: { words: 'why.open' } }
	});
	expect(sponsorsFinding([unsaid('open'), unsaid('noClicks')]).key).toBe('finding.sponsors.noLift');
});

test('a sponsor without a placement in the period → said of this sponsor, not of all', () => {
	const total = { clickers: 0, costed: 0, costedFee: 0, perClicker: null, currency: 'EUR' };
	expect(sponsorStatements([], { ...total, setAside: null }, 'Lune')).toEqual([
		{ key: 'report.says.sponsors.noneOf', values: { sponsor: 'Lune' } }
	]);
});
