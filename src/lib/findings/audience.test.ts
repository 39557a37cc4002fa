import { expect, test } from 'vitest';
import { audienceFinding } from './audience.ts';

test('a net change up, down or none → more, fewer or as many readers, with the share engaged', () => {
	expect(audienceFinding({ there: 400, engaged: 101, net: 12, year: false })).toEqual({
		key: 'finding.audience.more',
		values: {
			there: { count: 400 },
			count: { n: 400 },
			share: { share: 0.2525 },
			n: { n: 12 },
			number: { count: 12 }
		}
	});
	expect(audienceFinding({ there: 400, engaged: 101, net: -12, year: false }).key).toBe(
		'finding.audience.fewer'
	);
	expect(audienceFinding({ there: 400, engaged: 101, net: 9, year: true }).key).toBe(
		'finding.audience.moreInYear'
	);
	expect(audienceFinding({ there: 400, engaged: 101, net: 0, year: false }).key).toBe(
		'finding.audience.even'
	);
});

test('no readers, no clicks, too few or unknown departures → a sentence that claims no more', () => {
	expect(audienceFinding({ there: 0, engaged: null, net: null, year: false }).key).toBe(
		'finding.audience.none'
	);
	const nobody = { there: 0, engaged: null, net: null, year: false, isNarrowed: true };
	expect(audienceFinding(nobody).key).toBe('finding.audience.noneHere');
	const byClicks = { there: 9, engaged: 9, net: null, year: false, unlisted: true };
	expect(audienceFinding(byClicks).key).toBe('finding.audience.unlisted');
	expect(audienceFinding({ there: 9, engaged: null, net: 3, year: false }).key).toBe(
		'finding.audience.noClicks'
	);
	expect(audienceFinding({ there: 3, engaged: 'few', net: 3, year: false }).key).toBe(
		'finding.audience.few'
	);
	expect(audienceFinding({ there: 9, engaged: 3, net: null, year: false }).key).toBe(
		'finding.audience.survivors'
	);
});

test('clicks of only some days → at least so many are engaged, unless all are', () => {
	const late = { there: 9, net: 3, year: false, late: true, partial: true };
	expect(audienceFinding({ ...late, engaged: 3 })).toMatchObject({
		key: 'finding.audience.atLeast',
		values: { there: { count: 9 }, share: { share: 3 / 9 } }
	});
	const young = { there: 9, net: 3, year: false, partial: true };
	expect(audienceFinding({ ...young, engaged: 3 }).key).toBe('finding.audience.atLeast');
	expect(audienceFinding({ ...late, engaged: 9 }).key).toBe('finding.audience.more');
	expect(audienceFinding({ ...late, engaged: null }).key).toBe('finding.audience.noRecentClicks');
});
