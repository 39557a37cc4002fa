import { simulate, type Archive } from './archive.ts';
import { exportedAt, sendingTimes } from './sample/calendar.ts';
import { writeEditions, type Edition } from './sample/editions.ts';
import { nextDraft } from './sample/draft.ts';
import { emailHtml } from './sample/email-html.ts';
import { listmonk, mailLog } from './sample/listmonk.ts';
import { mailchimp } from './sample/mailchimp.ts';
import { moneyFiles } from './sample/money.ts';
import { channels, people } from './sample/people.ts';
import { readerList, router, topicList } from './sample/router.ts';
import { tell } from './sample/story.ts';
import { trySubjects } from './sample/subject-tests.ts';
import { substack } from './sample/substack.ts';
import { bytes, zipped, type Files } from './sample/table.ts';
import { markdown, plainText } from './sample/text-forms.ts';
import { readme } from './sample/readme.ts';
import { topicWords } from './words.ts';

/** Issues by the service that sent them: the newsletter moved three times. */
const eras = { mailchimp: 22, substack: 3, router: 8 };

/** Chosen among others for a story worth finding: see the truth that `sampleTruth` tells. */
const SEED = 2974;

/** What there is to find in it: a topic that tires, one that rises, a new layout, a taste of one channel. */
export const STORY = { fatigue: -0.12, change: 0.7, layout: 0.35, channelTaste: 0.9 };

/** The archive behind the sample, its topics in the order of their words. */
export function sampleArchive(): { archive: Archive; editions: Edition[]; topics: string[] } {
	const words = topicWords();
	const sentAt = sendingTimes();
	const archive = simulate(
		{
			issues: sentAt.length,
			items: 10,
			fewer: 2,
			readers: 5000,
			topics: words.length,
			sentAt,
			until: exportedAt,
			clickRate: 0.017,
			frequencySd: 0.2,
			twoTopics: 0,
			...STORY,
			confounding: 0.6,
			editorial: true,
			sponsorEvery: 3,
			foundingShare: 0.5,
			leaving: 0.0035,
			channels: channels.length,
			scannerShare: 0.0028,
			proxyShare: 0.4
		},
		SEED
	);

	// the editor's favourite gets the first words, and so on
	const order = archive.topics
		.map(({ favour }, topic) => ({ favour, topic }))
		.sort((a, b) => b.favour - a.favour)
		.map(({ topic }) => topic);
	const byTopic = archive.topics.map((_, topic) => words[order.indexOf(topic)]!);

	const editions = writeEditions(archive, byTopic, SEED);
	trySubjects(archive, editions);
	return { archive, editions, topics: byTopic.map(({ topic }) => topic) };
}

/** Every file of `imports/sample`, by path below it. The same bytes each time. */
export function sampleFiles(): Files {
	const { archive, editions, topics } = sampleArchive();
	const story = tell(archive, editions, people(archive.readers, SEED));

	const all = editions.map((_, issue) => issue);
	const first = all.splice(0, eras.mailchimp);
	const second = all.splice(0, eras.substack);
	const third = all.splice(0, eras.router);
	const leaving = (issues: number[]) => editions[issues.at(-1)! + 1]!.sentAt - 24 * 60 * 60 * 1000;

	return {
		'publication.json': bytes(`${JSON.stringify(publication, null, '\t')}\n`),
		'README.md': bytes(readme),
		'mailchimp-export.zip': zipped(mailchimp(story, first, leaving(first)), leaving(first)),
		'substack-export.zip': zipped(substack(story, second, leaving(second)), leaving(second)),
		'routeur-export.zip': zipped(router(story, third), leaving(third)),
		'listmonk-export.zip': zipped(listmonk(story, all, exportedAt), exportedAt),
		'mail-log.zip': zipped(mailLog(story, all), exportedAt),
		'abonnes.csv': readerList(story),
		'themes.csv': topicList(story, topics),
		...moneyFiles(story, SEED),
		...documents([...third, ...all].map((issue) => editions[issue]!))
	};
}

const publication = {
	slug: 'sample',
	name: 'Marée haute',
	language: 'fr',
	currency: 'EUR',
	zone: 'Europe/Paris',
	sample: true,
	drafts: [{ name: 'maree-haute-178.md', text: nextDraft }],
	// what really changed in the archive: see `sampleArchive`
	notes: [
		{ date: '2025-12-11', text: 'Objet testé en deux versions' },
		{ date: '2026-03-12', text: 'Passage au routeur' },
		{ date: '2026-04-16', text: 'Nouvelle rédactrice pour « Médias et contenus »' },
		{ date: '2026-06-25', text: 'Nouvelle maquette : les brèves remontent' }
	]
};

/** Issues whose service exports no documents, as their author kept them: in three ways. */
function documents(editions: Edition[]): Files {
	return Object.fromEntries(
		editions.map((edition) => {
			const name = `numeros/${edition.date}_maree-haute-${edition.number}`;
			if (edition.number % 4 === 0) return [`${name}.txt`, bytes(plainText(edition))];
			if (edition.number % 4 === 1) return [`${name}.html`, bytes(emailHtml(edition))];
			return [`${name}.md`, bytes(markdown(edition))];
		})
	);
}
