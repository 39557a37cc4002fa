import { expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';

const taxonomy = ['ports', 'ice', 'bridges'].map((key) => ({
	key,
	names: { en: key },
	words: {}
}));
const words = {
	ports: 'quay crane harbour dock berth pilot'.split(' '),
	ice: 'floe frost glacier thaw icebreaker winter'.split(' '),
	bridges: 'span arch pillar cable girder deck'.split(' ')
};
const keys = ['ports', 'ice', 'bridges'] as const;

/** Items whose words tell their topic; this share of them is said to be about another. */
function said(count: number, contrary: number) {
	// a multiplicative congruential generator, so that nothing else goes with who is contrary
	let state = 12_345;
	const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
	return Array.from({ length: count }, (_, i) => {
		const key = keys[i % 3]!;
		const own = words[key];
		const word = () => own[Math.floor(random() * own.length)]!;
		const topic = random() < contrary ? keys[(i + 1) % 3]! : key;
		return { title: `${word()} ${word()}`, text: `${word()} and ${word()}`, topics: [topic] };
	});
}

test('an editor who goes by what the words say → agreement in nearly all, said to be sure', () => {
	const agreement = agreementOf(said(240, 0), taxonomy)!;
	expect(agreement.n).toBe(240);
	expect(agreement.right / agreement.n).toBeGreaterThan(0.97);
	expect(agreement.confidence).toBeGreaterThan(0.93);
	expect(agreement.topics.map(({ n }) => n)).toEqual([80, 80, 80]);
});

test('an editor who goes against them in one of five → as much less agreement, and confidences that say so', () => {
	const agreement = agreementOf(said(300, 0.2), taxonomy)!;
	expect(agreement.right / agreement.n).toBeGreaterThan(0.65);
	expect(agreement.right / agreement.n).toBeLessThan(0.85);
	expect(Math.abs(agreement.confidence - agreement.right / agreement.n)).toBeLessThan(0.06);
	expect(agreement.bands.reduce((sum, { n }) => sum + n, 0)).toBe(agreement.n);
});

test('too few items to learn from → nothing is said', () => {
	expect(agreementOf(said(20, 0), taxonomy)).toBeNull();
});
