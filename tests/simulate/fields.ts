import { seeded } from './random.ts';
import type { ProposalItem } from '#lib/topics/met-terms.ts';

/** A field that no list of topics knows: what its letter writes about, in words of each topic. */
export type Field = {
	name: string;
	language: 'fr' | 'en';
	/** topic → its own words parted by commas, with their articles where the language has them */
	topics: Readonly<Record<string, string>>;
	/** sentences with a place for a topic's word; what else they say is of no topic */
	titles: readonly string[];
	texts: readonly string[];
};

const garden: Field = {
	name: 'gardening',
	language: 'fr',
	topics: {
		Tomates:
			'les tomates, le mildiou, les tuteurs, les gourmands, les tomates cerises, le coulis, la serre',
		Rosiers:
			'les rosiers, la taille des rosiers, les pucerons, les roses anciennes, le rosier grimpant, la pergola, les épines',
		Compost:
			'le compost, les épluchures, le composteur, les vers de terre, le fumier, les feuilles mortes, l’humus',
		Arrosage:
			'l’arrosage, la cuve, l’eau de pluie, le goutte-à-goutte, la sécheresse, le paillage, l’arrosoir',
		Oiseaux:
			'les oiseaux, le nichoir, les mésanges, la mangeoire, le rouge-gorge, les graines de tournesol, le hérisson',
		Semis:
			'les semis, la germination, les godets, le terreau, le repiquage, les jeunes plants, les semences'
	},
	titles: [
		'Ce que demandent {a}',
		'Bien soigner {a}',
		'{A} : trois erreurs que nous faisons',
		'Quand faut-il penser à {a} ?',
		'Nos lecteurs racontent {a}',
		'{A} et {b}',
		'{A} sans se fatiguer',
		'Pourquoi nous aimons {a}'
	],
	texts: [
		'Un jardinier de Nantes explique comment il s’occupe de {a} et de ce qui va avec, {b}.',
		'Avec {b}, tout devient plus simple au fil des jours.',
		'Nous avons demandé à quatre voisins ce qu’ils en pensent ; {b} revient souvent.',
		'Rien de coûteux : un peu de patience, {b}, et beaucoup de soleil.',
		'À faire avant la fin du mois, surtout si {b} vous tient à cœur.',
		'La méthode tient en deux gestes et demande un après-midi.'
	]
};

const radio: Field = {
	name: 'amateur radio',
	language: 'en',
	topics: {
		Antennas: 'dipole, balun, coax, vertical antenna, feed line, antenna tuner, mast',
		'Morse code': 'Morse code, straight key, paddle, iambic keyer, CW contact, sidetone, head copy',
		Satellites:
			'satellite pass, Doppler shift, cubesat, orbital elements, uplink, transponder, ground station',
		Contests: 'contest log, multiplier, exchange report, pile-up, contest weekend, score, sprint',
		'Digital modes': 'FT8, sound card, waterfall, packet node, digital mode, decoder, APRS',
		Licensing:
			'licence exam, call sign, band plan, regulator, question pool, foundation course, examiner'
	},
	titles: [
		'What a {a} can do for you',
		'Fixing a {a} on a rainy afternoon',
		'The {a} that surprised us',
		'How one club built a {a}',
		'Notes on the {a}',
		'From {b} to {a}',
		'Why your {a} matters',
		'A cheap {a} for everybody'
	],
	texts: [
		'A member in Leeds shows how the {b} made the difference after months of trying.',
		'It costs little, and the {b} was already in the shed.',
		'We asked three old hands about the {b}; their answers differ.',
		'Bring a thermos: the {b} takes most of an evening.',
		'More about the {b} at the spring meeting in the village hall.',
		'Patience pays, as always.'
	]
};

const town: Field = {
	name: 'municipal letter',
	language: 'fr',
	topics: {
		École:
			'l’école, la cantine, les élèves, la rentrée, les enseignants, le périscolaire, la crèche',
		Voirie:
			'la voirie, les travaux, la piste cyclable, le stationnement, le carrefour, les trottoirs, la déviation',
		Déchets:
			'la collecte des déchets, la déchetterie, le tri, les encombrants, les bacs jaunes, le verre, les bornes',
		Culture:
			'la médiathèque, le concert, l’exposition, le théâtre, la fête de la musique, les spectacles, le conservatoire',
		Budget:
			'le budget, la taxe foncière, le conseil municipal, les subventions, l’emprunt, la délibération, les comptes',
		Sport:
			'le gymnase, la piscine, le tournoi, les associations sportives, le stade, les licenciés, le marathon'
	},
	titles: [
		'{A} : ce qui change',
		'Du nouveau pour {a}',
		'La mairie parle de {a}',
		'{A}, mode d’emploi',
		'Vos avis sur {a}',
		'{A} et {b}',
		'Réunion publique au sujet de {a}',
		'Bilan : {a}'
	],
	texts: [
		'L’adjointe présente {b} aux habitants, salle Jean-Moulin.',
		'Le service répond du lundi au vendredi ; {b} sont de sa compétence.',
		'Les riverains ont été consultés, et {b} figure parmi leurs demandes.',
		'Une permanence se tient à la mairie, avec {b} au programme.',
		'Renseignements à l’accueil.',
		'Le calendrier précise les dates, {b} compris.'
	]
};

const choir: Field = {
	name: 'choir',
	language: 'en',
	topics: {
		Repertoire: 'motet, requiem, madrigal, oratorio, Bach cantata, psalm setting, folk song',
		'Vocal technique': 'warm-up, breathing, vowel, head voice, resonance, vocal cord, diaphragm',
		Auditions:
			'audition, sight-reading, alto part, new tenor, audition panel, range test, voice type',
		Tour: 'coach trip, host family, festival tour, ferry, youth hostel, passport, itinerary',
		Fundraising:
			'raffle, bake sale, grant application, donor, membership fee, sponsorship, treasurer',
		Acoustics:
			'reverberation, church nave, risers, microphone, recording session, rehearsal room, acoustic panel'
	},
	titles: [
		'Our {a}, seen from the back row',
		'The {a} nobody expected',
		'Making the most of a {a}',
		'A few words on the {a}',
		'Three singers and one {a}',
		'The {a} and the {b}',
		'When a {a} goes wrong',
		'Thank you for the {a}'
	],
	texts: [
		'Margaret tells how the {b} came about, and what Tuesday nights have to do with it.',
		'Without the {b} the evening would have been shorter.',
		'The conductor likes it so, and the {b} proves him right.',
		'Tea and biscuits afterwards; ask Peter about the {b}.',
		'Please be on time.',
		'More news when we know more about the {b}.'
	]
};

export const fields = [garden, radio, town, choir] as const;

export type Planted = { pieces: ProposalItem[]; truth: string[] };

/** A letter of a field: so many issues of six items, each about one topic that is told by its words alone. */
export function lettersOf(field: Field, issues: number, seed = 1): Planted {
	const draw = seeded(seed, field.name);
	const of = <Thing>(list: readonly Thing[]) => list[Math.floor(draw() * list.length)]!;
	const names = Object.keys(field.topics);
	const pieces: ProposalItem[] = [];
	const truth: string[] = [];
	for (let issue = 1; issue <= issues; issue++)
		for (let i = 0; i < 6; i++) {
			const topic = draw() < 0.3 ? of(names) : names[(issue + i) % names.length]!;
			const words = field.topics[topic]!.split(', ');
			const filled = (text: string) => {
				const [a, b] = [of(words), of(words)];
				const tall = a[0]!.toUpperCase() + a.slice(1);
				return text.replaceAll('{a}', a).replaceAll('{A}', tall).replaceAll('{b}', b);
			};
			pieces.push({
				title: filled(of(field.titles)),
				text: `${filled(of(field.texts))} ${filled(of(field.texts))}`,
				issue,
				marks: [i < 4 ? '#À la une' : '#En bref', '/articles']
			});
			truth.push(topic);
		}
	return { pieces, truth };
}
