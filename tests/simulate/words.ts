import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What an editor has to say on one topic. */
export type TopicWords = {
	topic: string;
	emoji: string[];
	/** headlines of editorials */
	titles: string[];
	/** title and blurb: each is told once */
	stories: string[][];
	/** what an organisation does, to follow its name, and the blurb */
	moves: string[][];
	/** paragraphs with their links' texts in square brackets */
	thoughts: string[];
	points: string[];
};

/** What belongs to no topic. */
export type CommonWords = {
	name: string;
	openings: string[];
	closings: string[];
	organisations: string[];
	/** name, title and blurb */
	partners: string[][];
	house: string[];
};

const folder = join(dirname(fileURLToPath(import.meta.url)), 'words');

/** The topics, the editor's favourite first: that is the only thing this order says. */
const files = [
	'intelligence-artificielle',
	'souverainete-numerique',
	'reseaux-sociaux',
	'publicite',
	'commerce-en-ligne',
	'mesure-et-donnees',
	'referencement',
	'cybersecurite',
	'medias-et-contenus',
	'e-mail-et-newsletters',
	'design-et-accessibilite',
	'vie-privee',
	'sobriete-numerique',
	'travail-et-organisation'
];

export function topicWords(): TopicWords[] {
	return files.map((file) => {
		const { title, lead, lists } = read(file);
		return {
			topic: title,
			emoji: lead.split(' '),
			titles: lists['Éditos']!,
			stories: lists['Brèves']!.map(cells),
			moves: lists['Mouvements']!.map(cells),
			thoughts: lists['Réflexions']!,
			points: lists['Points']!
		};
	});
}

export function commonWords(): CommonWords {
	const { title, lists } = read('generalites');
	return {
		name: title,
		openings: lists['Ouvertures']!,
		closings: lists['Pour finir']!,
		organisations: lists['Organisations']!,
		partners: lists['Partenaires']!.map(cells),
		house: lists['Maison']!
	};
}

function read(file: string) {
	const lines = readFileSync(join(folder, `${file}.md`), 'utf8')
		.split('\n')
		.filter(Boolean);
	const lists: Record<string, string[]> = {};
	let heading = '';
	let lead = '';

	for (const line of lines.slice(1)) {
		if (line.startsWith('## ')) lists[(heading = line.slice(3))] = [];
		else if (line.startsWith('- ')) lists[heading]!.push(line.slice(2));
		else lead = line;
	}
	return { title: lines[0]!.replace('# ', ''), lead, lists };
}

function cells(line: string): string[] {
	return line.split(' | ');
}
