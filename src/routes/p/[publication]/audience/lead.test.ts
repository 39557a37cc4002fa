import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import { leadOf } from './lead.ts';

const whole = { cut: false, running: false, joined: 3, left: 5 };
const totals = { there: 9, undated: 0, unlisted: 0, pending: 0, left: 0, leftByList: 0 };
const lead = (months: Partial<typeof whole>[], days: number) =>
	leadOf(
		{
			...{ asOf: 0, leavers: 'all', curves: [], totals, days },
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
