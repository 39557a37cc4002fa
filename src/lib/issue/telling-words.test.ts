import { expect, test } from 'vitest';
import { dealt } from '../../../tests/combinations.ts';
import { readIssue } from './read-issue.ts';

/** Titles of stories with the words by which newsletters mark what is none. */
const titles = [
	'Comment une université a quitté sa suite',
	'Comment on répare un pont',
	'Introduction à la permaculture',
	'Editorial design after paper',
	'Intro to beekeeping',
	'Follow the money',
	'Contact tracing comes back',
	'Reference books, a eulogy',
	'Refereeing without whistles',
	'Share prices fall again',
	'Join the queue',
	'Support the arts, they said',
	'About the bees',
	'Thanks, Obama',
	'Subscribers revolt',
	'Soutenir les maraîchers du coin',
	'Contribuer à la Sécu',
	'Partager la route',
	'Devenez pompier volontaire',
	'Suivez le guide',
	'Merci patron',
	'Envie de printemps',
	'Une question de goût',
	'Une idée folle',
	'Votre avis de taxe foncière',
	'Restons calmes',
	'Parrainer une ruche',
	'À propos de Nice',
	'Feedback loops in the brain',
	'Become a better cook',
	'Help us all',
	'Tell us a lie',
	'Tell a friend, lose a friend',
	'Thank you for smoking',
	'Happy morning people',
	'PS: I love you, the musical',
	'Love in the time of cables?',
	'Have a nice day, says the robot',
	'Google changes its privacy policy again',
	'Terms of service nobody reads',
	'A new opt-out for data brokers',
	'Unsubscribe laws get teeth',
	'Désabonnement en un clic : la loi arrive',
	'Politique de confidentialité : la CNIL tranche',
	'Tous droits réservés, le roman',
	'Mentions légales, mode d’emploi',
	'Vous recevez ce message trop tard',
	'Update your profile picture, win a car',
	'This edition is sold out',
	'Cette édition est épuisée',
	'Au programme de la rentrée',
	'Sommaire des revues d’avril',
	'Mastodon grows up',
	'Instagram for dogs',
	'LinkedIn is down',
	'Read more books',
	'Lire plus de livres',
	'Voir Naples',
	'Listen to the trees',
	'Watch the skies',
	'Partenaires de danse',
	'Sponsors pull out',
	'Publicité mensongère : dix condamnations',
	'Annonce surprise au port',
	'Powered by the wind',
	'Ad blockers win',
	'Our partners in crime',
	'Salut les copains',
	'Hello Kitty turns fifty',
	'Bienvenue en Moselle',
	'Dear diary',
	'Cher loyer',
	'Bonjour tristesse',
	'Hi-fi is back',
	'Hey Jude at sixty',
	'Welcome to the jungle',
	'Week 12',
	'The number 42',
	'Jobs',
	'Events',
	'Agenda 2030',
	'Archives nationales',
	'Forwarded mail piles up',
	'Copyright © and robots',
	'Tips',
	'Best',
	'Cheers',
	'Yours',
	'Bises de loin',
	'Offres d’emploi en hausse',
	'Sign up or leave',
	'Poll: mayors under pressure',
	'What do you think of this machine',
	'Did you like today’s weather',
	'Rate this pothole',
	'Vous avez aimé ce film, vous aimerez sa suite',
	'How was this made',
	'Heatwave to reach 38 degrees',
	'Norway wants to become a member of the club',
	'Brands advertise in podcasts again',
	'Firms post a job to robots',
	'Norweger werden Mitglied im Verein',
	'Join us at the lock fair',
	'Contribute to the weekly shop'
];

const shapes = {
	entries: (title: string, n: number) => `<li><a href="https://example.com/${n}">${title}</a></li>`,
	'entries with a text': (title: string, n: number) =>
		`<li><a href="https://example.com/${n}">${title}</a> – a few words about it, no more.</li>`,
	cards: (title: string, n: number) =>
		`<h3>${title}</h3><p>A few words about it, and some more.</p><p><a href="https://example.com/${n}">Read more</a></p>`,
	'linked titles': (title: string, n: number) =>
		`<h3><a href="https://example.com/${n}">${title}</a></h3><p>A few words about it, and some more.</p>`,
	'linked first words': (title: string, n: number) =>
		`<p><a href="https://example.com/${n}">${title}</a> – a few words about it, and no more.</p>`,
	'titles in a text': (title: string, n: number) =>
		`${title}\nA few words about it, and then some more of them.\nhttps://example.com/${n}\n\n`,
	'bold first words': (title: string, n: number) =>
		`<p><b>${title}.</b> A few words about it, and some <a href="https://example.com/${n}">more of them here</a>.</p>`
};

/** A letter of six stories of one shape, of which the one at `at` has this title. */
function letterOf(shape: keyof typeof shapes, title: string, at: number): string {
	const others = ['The harbour reopens', 'A slow boat to Turku', 'Nine kites in the rain'];
	const all = [...others, 'Bread without bakers', 'The last lamplighter'].toSpliced(at, 0, title);
	const stories = all.map(shapes[shape]).join('');
	if (shape === 'titles in a text')
		return `Words to begin with.\n\nNEWS OF THE WEEK\n----------------\n\n${stories}TOOLS\n-----\n\nA saw that listens\nIt hears the wood that it cuts, and says so.\nhttps://example.com/saw\n\nUnsubscribe: https://example.com/out\n`;
	const body = shape.startsWith('entries') ? `<ul>${stories}</ul>` : stories;
	return `<html><head><title>Letter</title></head><body><p>Words to begin with.</p><h2>NEWS OF THE WEEK</h2>${body}<h2>TOOLS</h2><p><a href="https://example.com/saw">A saw that listens</a> to the wood it cuts.</p><p><a href="https://example.com/out">Unsubscribe</a></p></body></html>`;
}

/** One word alone in a text is told from the foot by nothing. */
const isClear = (shape: keyof typeof shapes, title: string) =>
	shape !== 'titles in a text' || title.includes(' ');

test.each(titles)(
	'a story called “%s” among others of its look → an item of its own',
	async (title) => {
		const layouts = (Object.keys(shapes) as (keyof typeof shapes)[]).filter((shape) =>
			isClear(shape, title)
		);
		for (const shape of layouts) {
			for (const at of dealt(titles.indexOf(title) + layouts.indexOf(shape), [2, 4], 2)) {
				const { sections } = await readIssue({
					name: shape === 'titles in a text' ? 'letter.txt' : 'letter.html',
					bytes: new TextEncoder().encode(letterOf(shape, title, at))
				});
				const read = sections.map((section) => `${section.title} ${section.items.length}`);
				expect([shape, at, read]).toEqual([shape, at, ['NEWS OF THE WEEK 6', 'TOOLS 1']]);
				const own = sections[0]!.items[at]!;
				expect([shape, own.role, own.links.length]).toEqual([shape, 'editorial', 1]);
				expect(own.title.slice(0, 12)).toBe(title.slice(0, 12));
			}
		}
	}
);
