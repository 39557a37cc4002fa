import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount } from '#lib/spend/amount.ts';
import { createFormats } from './format.ts';

const fr = createFormats('fr', 'Europe/Paris');
const en = createFormats('en', 'Europe/Paris');

/** Thursday 18 September 2025, five past seven in Paris, where it is summer time. */
const at = Date.UTC(2025, 8, 18, 5, 5);

// U+00A0 is what the expected texts hold between a number and what follows it
test.each([
	[fr.number(18412), '18 412'],
	[en.number(18412), '18,412'],
	[fr.lift(1.4142), '1,41'],
	[en.lift(1.4142), '1.41'],
	[fr.percent(0.0934), '9,3 %'],
	[en.percent(0.0934), '9.3%'],
	[fr.share(0.0934), '9 %'],
	[fr.chance(0.124), '12 %'],
	[fr.chance(0), '< 1 %'],
	[en.chance(0.9996), '> 99%'],
	[fr.points(0.006), '+0,6 pt'],
	[en.points(-0.006), '−0.6 pt'],
	[fr.decimal(2.5), '2,5'],
	[fr.change(-112), '−112'],
	[en.change(0), '0'],
	[fr.money(124_000, 'EUR'), '1 240 €'],
	[en.money(124_000, 'EUR'), '€1,240'],
	[fr.money(490, 'EUR', { perUnit: true }), '4,90 €'],
	[en.money(490, 'EUR', { perUnit: true }), '€4.90'],
	[en.money(1_200, 'JPY', { perUnit: true }), '¥1,200'],
	[fr.size(1_234_567), '1,2 Mo'],
	[en.size(20_400), '20.4 kB'],
	[fr.interval(1.22, 1.63), '1,22–1,63'],
	[fr.lift(-0.001), '0,00'],
	[fr.tenths(-0.04), '0,0'],
	[en.money(124_050, 'EUR'), '€1,240.50'],
	[fr.money(124_050, 'EUR'), '1 240,50 €'],
	[en.money(-1, 'EUR', { axis: true }), '€0'],
	[en.each(-0.004, 'USD'), '$0.00'],
	[en.lift(-0.012), '−0.01'],
	[fr.between(1.22, 1.63), '1,22 à 1,63'],
	// what leaves out the neutral value is not written as if it held it
	[en.interval(0.8, 0.998), '0.80–0.998'],
	[en.interval(1.00004, 1.2), '1.00–1.20'],
	[en.interval(1, 1.2), '1.00–1.20'],
	// what holds it needs no more decimals to say so
	[en.interval(0.76, 1.0003), '0.76–1.00'],
	[en.monthOf('2025-09'), 'Sep 2025'],
	[en.between(0.0004, 0.009, en.points), '+0.04 pt to +0.9 pt'],
	[en.between(-240, 20, en.change), '−240 to +20'],
	[fr.instant(at), 'jeu. 18 sept. 2025, 7 h 05'],
	[en.instant(at), 'Thu 18 Sep 2025, 07:05'],
	// a day without an hour is stored as its midnight
	[fr.instant(Date.UTC(2025, 8, 17, 22)), 'jeu. 18 sept. 2025'],
	[fr.instant(Date.UTC(2025, 8, 17, 22, 0, 1)), 'jeu. 18 sept. 2025, 0 h 00'],
	[en.instant(Date.UTC(2025, 8, 17, 22), { planned: true }), 'Thu 18 Sep 2025, 00:00'],
	[fr.day(at), '18 sept. 2025'],
	[fr.day(Date.UTC(2025, 8, 1, 5)), '1er sept. 2025'],
	[fr.shortDay(Date.UTC(2025, 8, 1, 5)), '1er sept.'],
	[fr.instant(Date.UTC(2025, 8, 1, 5)), 'lun. 1er sept. 2025, 7 h 00'],
	[en.day(Date.UTC(2025, 8, 1, 5)), '1 Sep 2025'],
	[fr.clock(7), '7 h 00'],
	[en.clock(7), '07:00'],
	[fr.period(Date.UTC(2025, 8, 18, 1), at), '18 sept. 2025'],
	[fr.period(Date.UTC(2025, 8, 1, 5), at), '1er sept. – 18 sept. 2025'],
	[fr.period(Date.UTC(2025, 6, 3, 5), at), '3 juil. – 18 sept. 2025'],
	[en.period(Date.UTC(2024, 6, 3, 5), at), '3 Jul 2024 – 18 Sep 2025'],
	[fr.issue(192), 'n° 192'],
	[en.issue(192), 'no. 192'],
	[fr.quote('Vie privée'), '« Vie privée »'],
	[en.quote('Privacy'), '“Privacy”']
])('a value in its language → %s', (written, expected) => {
	expect(written.replaceAll('\u00a0', ' ')).toBe(expected);
});

test('French numbers → no narrow space, and no hyphen for a minus, which the fonts lack', () => {
	const all = [fr.number(1e9), fr.percent(-0.5), fr.money(-1e9, 'EUR'), fr.size(5e6)].join('');
	expect(all).not.toMatch(/[\u202f-]/);
	expect(all).toContain('\u00a0');
});

test('an instant → the time where the publication is', () => {
	expect(createFormats('en', 'America/New_York').instant(at)).toBe('Thu 18 Sep 2025, 01:05');
	expect(createFormats('en', 'UTC').time(Date.UTC(2025, 0, 1))).toBe('00:00');
});

test('an amount as it stands in a field → in the language’s decimals, and read as it was', () => {
	expect([en.typedAmount(125050, 'EUR'), fr.typedAmount(125050, 'EUR')]).toEqual([
		'1250.50',
		'1250,50'
	]);
	fc.assert(
		fc.property(
			fc.integer(),
			fc.constantFrom('EUR', 'JPY', 'TND'),
			fc.constantFrom(en, fr),
			(minor, currency, formats) => {
				expect(readAmount(formats.typedAmount(minor, currency), currency)).toBe(minor);
			}
		)
	);
	expect([en.typed(2.25), fr.typed(2.25), fr.typed(1200)]).toEqual(['2.25', '2,25', '1200']);
	expect(fr.typed('123456789.987654321')).toBe('123456789,987654321');
});

// the ends of the world: noon in London is another day in half of them
test.each([
	'Pacific/Kiritimati',
	'Pacific/Auckland',
	'Pacific/Fiji',
	'Pacific/Chatham',
	'Asia/Kathmandu',
	'Europe/Paris',
	'UTC',
	'America/St_Johns',
	'Pacific/Pago_Pago',
	'Etc/GMT+12'
])('a local day in %s → written as that day, summer and winter', (zone) => {
	const formats = createFormats('en', zone);
	for (const local of ['2026-01-01', '2026-03-29', '2026-04-05', '2026-07-01', '2026-12-31'])
		expect(formats.date(formats.onDay(local))).toBe(local);
	expect(formats.day(formats.onDay('2026-03-01'))).toBe('1 Mar 2026');
});
