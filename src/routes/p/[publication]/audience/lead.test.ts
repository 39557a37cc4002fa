import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import { audienceLead } from './lead.ts';

const whole = { cut: false, running: false, joined: 3, left: 5 };
const totals = { there: 9, undated: 0, unlisted: 0, pending: 0, left: 0, leftByList: 0 };
const lead = (months: Partial<typeof whole>[], days: number) =>
	audienceLead(
		{
			asOf: 0,
			leavers: 'all',
			clicksUntil: null,
			knownUntil: { joined: null, left: null },
			curves: [],
			totals,
			days,
			months: months.map((month) => ({ ...whole, ...month }))
		} as unknown as AudienceFigures,
		createFormats('en', 'UTC')
	);

test('a short period → its days, however many months it touches', () => {
	expect(lead([{ cut: true, running: true }], 5)).toBe('3 readers joined and 5 left in 5 days.');
	expect(lead([{ cut: true }, { running: true }], 22)).toContain('in 22 days.');
});

test('whole months, or many → months', () => {
	expect(lead([{}], 30)).toContain('in 1 month.');
	expect(lead([{}, {}], 61)).toContain('in 2 months.');
	const touched = [{ cut: true }, {}, {}, {}, {}, {}, { running: true }];
	expect(lead(touched, 182)).toContain('in 6 months.');
});

test('departures known only after the period → said so, and not that lists hold none', () => {
	const [asOf, leavingSince] = [Date.UTC(2026, 2, 26, 12), Date.UTC(2026, 3, 20, 12)];
	const said = (known: object) =>
		audienceLead(
			{
				asOf,
				leavers: 'survivors',
				leavingSince: null,
				clicksUntil: null,
				knownUntil: { joined: null, left: null },
				curves: [],
				days: 70,
				months: [whole],
				totals: { ...totals, undated: 2 },
				...known
			} as unknown as AudienceFigures,
			createFormats('en', 'UTC')
		);
	expect(said({})).toContain('The list holds only current readers');
	expect(said({ leavingSince })).toContain('known only from 20 Apr 2026 on, after this period');
	expect(said({ leavingSince })).not.toContain('The list holds only current readers');
	// a list may give a later date
	expect(said({})).toContain('For 2 readers, no list gives a signup date up to 26 Mar 2026.');
});
