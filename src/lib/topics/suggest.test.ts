import { expect, test } from 'vitest';
import { packs } from './packs.ts';
import { suggest } from './suggest.ts';
import { train } from './train.ts';

const known = packs
	.filter(({ key }) => key === 'technology' || key === 'marketing')
	.flatMap(({ topics }) => topics);
const item = (title: string, text = '') => Object.freeze({ title, text });

test.each([
	['Une faille dans un navigateur expose des mots de passe', 'security'],
	['A passkey on every phone: how to leave passwords behind', 'security'],
	['L’IA générative entre dans les rédactions', 'ai'],
	['Why AI models hallucinate', 'ai'],
	['RGPD : la CNIL inflige une amende pour défaut de consentement', 'privacy'],
	['Souveraineté : sortir d’un cloud étranger', 'sovereignty'],
	['Five subject lines that help deliverability', 'email'],
	['Réduire l’empreinte carbone du numérique', 'sustainability'],
	['TikTok et Instagram : ce que veulent les créateurs', 'social'],
	['Télétravail et réunions : une équipe raconte', 'work']
])('%j with the topics of packs → %s', (title, topic) => {
	const [first] = suggest(item(title), known);
	expect(first?.topic).toBe(topic);
	expect(first?.because.length).toBeGreaterThan(0);
});

test('other accents, case and number → the same confidence', () => {
	const [a] = suggest(item('La vulnérabilité'), known);
	const [b] = suggest(item('Les VULNERABILITES'), known);
	expect(a?.confidence).toBe(b?.confidence);
});

test('a word in the title → more confidence than one in the text', () => {
	const [inTitle] = suggest(item('Le podcast', 'du mardi'), known);
	const [inText] = suggest(item('Du mardi', 'le podcast'), known);
	expect(inTitle!.confidence).toBeGreaterThan(inText!.confidence);
});

test('no word that says anything → no suggestion', () => {
	expect(suggest(item('', ''), known)).toEqual([]);
	expect(suggest(item('Bonne semaine à tous'), known)).toEqual([]);
});

// topics whose own words are useless: only what was confirmed can tell them apart
const taxonomy = ['cuisine', 'jardin', 'voyage'].map((key) =>
	Object.freeze({ key, names: { en: key }, words: {} })
);
const vocabulary: Record<string, string[]> = {
	cuisine: ['tarte', 'four', 'recette', 'gâteau', 'casserole', 'beurre'],
	jardin: ['semis', 'rosier', 'potager', 'taille', 'compost', 'arrosage'],
	voyage: ['train', 'valise', 'hôtel', 'frontière', 'billet', 'escale']
};
const examples = Array.from({ length: 90 }, (_, i) => {
	const key = Object.keys(vocabulary)[i % 3]!;
	const words = vocabulary[key]!;
	const [a, b] = [words[i % 5], words[(i * 7 + 1) % 6]];
	return Object.freeze({ title: `Une ${a} pour dimanche`, text: `Avec ${b}.`, topics: [key] });
});

test('items confirmed to be of no topic → none suggested for one like them, the others still known', () => {
	const household = Array.from({ length: 30 }, (_, i) => ({
		title: `Le mot du comité numéro ${i}`,
		text: 'Une recette pour nos réunions, et le billet du trésorier.',
		topics: []
	}));
	const asked = item('Le mot du comité', 'Le trésorier a une recette et un billet.');
	const before = suggest(asked, taxonomy, train(examples, taxonomy));
	const after = suggest(asked, taxonomy, train([...examples, ...household], taxonomy));

	const sure = (suggestions: typeof before) =>
		Math.max(0, ...suggestions.map(({ confidence }) => confidence));
	expect(sure(before)).toBeGreaterThan(0.3);
	expect(sure(after)).toBeLessThan(0.2);
	expect(after.map(({ topic }) => topic)).not.toContain('');
	// what was learnt before is still known
	const model = train([...examples, ...household], taxonomy);
	expect(suggest(item('Un rosier', 'et du compost'), taxonomy, model)[0]?.topic).toBe('jardin');
});

test('confirmed items → their topic, with confidence above 0.8 and the words that say so', () => {
	const model = train(examples, taxonomy)!;
	const [first] = suggest(item('Un rosier', 'et du compost'), taxonomy, model);
	expect(first).toMatchObject({ topic: 'jardin' });
	expect(first!.confidence).toBeGreaterThan(0.8);
	expect(first!.because.slice(0, 2).toSorted()).toEqual(['compost', 'rosier']);
});

test('a topic that nobody confirmed yet → still found by its own words', () => {
	const words = { en: ['chess'], fr: ['échecs', 'tournoi'] };
	const wider = [...taxonomy, { key: 'jeux', names: { en: 'games', fr: 'jeux' }, words }];
	const model = train(examples, wider);
	expect(suggest(item('Un tournoi d’échecs'), wider, model)[0]?.topic).toBe('jeux');
});

test('the same examples → the same model, as plain data', () => {
	const model = train(examples, taxonomy);
	expect(JSON.parse(JSON.stringify(model))).toEqual(train(examples, taxonomy));
});

test('an item of two topics → both suggested', () => {
	const both = examples.map((example, i) =>
		i % 3 === 0
			? { ...example, title: `${example.title} au potager`, topics: ['cuisine', 'jardin'] }
			: example
	);
	const model = train(both, taxonomy)!;
	const suggestions = suggest(item('Une tarte du potager', 'Au four.'), taxonomy, model);
	expect(
		suggestions
			.slice(0, 2)
			.map(({ topic }) => topic)
			.toSorted()
	).toEqual(['cuisine', 'jardin']);
});

test('too few examples, or all of one topic → no model', () => {
	expect(train(examples.slice(0, 20), taxonomy)).toBe(null);
	expect(
		train(
			examples.filter((_, i) => i % 3 === 0),
			taxonomy
		)
	).toBe(null);
});

test('labels that mean nothing → never high confidence', () => {
	const noise = examples.map((example, i) => ({
		...example,
		topics: [taxonomy[(i * i * 31 + 7 * i + ((i * 13) % 11)) % 3]!.key]
	}));
	const model = train(noise, taxonomy);
	const sure = examples.map((example) => suggest(example, taxonomy, model)[0]?.confidence ?? 0);
	expect(Math.max(...sure)).toBeLessThan(0.75);
});

// stories of five topics: some words are the topic's, most are anybody's, and some are another's
const vague = Array.from({ length: 5 }, (_, topic) => `sujet${topic}`);
const stories = Array.from({ length: 900 }, (_, i) => {
	const random = drawer(i + 1);
	const topic = Math.floor(random() ** 1.6 * 5);
	const word = () => {
		const kind = random();
		const of = kind < 0.2 ? topic : kind < 0.3 ? Math.floor(random() * 5) : 9;
		return `${'bcdfglmnpr'[of]}a${'bcdfglmnprst'[Math.floor(random() * 12)]}${'aeiou'[Math.floor(random() * 5)]}nd`;
	};
	const text = Array.from({ length: 9 }, word).join(' ');
	return Object.freeze({ title: `${word()} ${word()}`, text, topics: [vague[topic]!] });
});

function drawer(seed: number) {
	let state = Math.imul(seed, 2654435761) >>> 0;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
		return state / 2 ** 32;
	};
}

test('held-out stories → right as often as the confidence says, well above the frequent topic', () => {
	const wide = vague.map((key) => ({ key, names: { en: key }, words: {} }));
	const model = train(stories.slice(0, 450), wide);
	const guesses = stories.slice(450).map((story) => {
		const [first] = suggest(story, wide, model);
		return { sure: first?.confidence ?? 0, right: first?.topic === story.topics[0] };
	});

	const right = guesses.filter((guess) => guess.right).length / guesses.length;
	const frequent = stories.slice(450).filter(({ topics }) => topics[0] === vague[0]).length / 450;
	expect(right).toBeGreaterThan(frequent + 0.15);

	for (const [from, to] of [
		[0.2, 0.5],
		[0.5, 0.75],
		[0.75, 1]
	] as const) {
		const group = guesses.filter(({ sure }) => sure >= from && sure < to);
		const said = group.reduce((sum, { sure }) => sum + sure, 0) / group.length;
		const were = group.filter((guess) => guess.right).length / group.length;
		expect(group.length).toBeGreaterThan(40);
		expect(Math.abs(said - were)).toBeLessThan(0.1);
	}
});

test('an item, with or without a model → suggested for within five milliseconds', () => {
	const model = train(examples, taxonomy);
	const text = examples
		.map(({ title, text }) => `${title} ${text}`)
		.join(' ')
		.slice(0, 500);
	// of the processor, not of the clock: other work must not matter
	const start = process.cpuUsage();
	for (let i = 0; i < 200; i++) {
		suggest(item(`Faille numéro ${i}`, text), known);
		suggest(item(`Recette numéro ${i}`, text), taxonomy, model);
	}
	// two suggestions a round
	expect(process.cpuUsage(start).user / 1000 / 400).toBeLessThan(5);
});
