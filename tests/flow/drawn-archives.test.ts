import { DAY } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import { boxes, heads, letterOf, stories } from '../corpus/layouts.ts';
import { planOf, type Plan } from '../corpus/plan.ts';
import { textLayouts, textLetterOf } from '../corpus/text-layouts.ts';
import { tongues } from '../corpus/tongues.ts';
import { bytes, table, type Files } from '../simulate/sample/table.ts';
import { newWorkspace } from './publication.ts';

// Whole archives, drawn from seeds: letters in any layout, sends called in any way, links that exports
// write in any way. What every story got is planted, and has to come out.

/** How an export writes the link of a story. */
const written: Record<string, (url: string, n: number) => string> = {
	'as the letter': (url) => url,
	'with campaign parameters': (url, n) => `${url}?utm_source=letter&utm_content=${n}&fbclid=x${n}`,
	'with a parameter of its own': (url, n) => `${url}?xy_ee=${n}f${n}`,
	'without scheme': (url) => url.replace('https://', ''),
	'in capitals': (url) => url.replace('/story/', '/STORY/'),
	'behind a tracker': (url, n) =>
		`https://click.example.net/ls/click?u=${encodeURIComponent(url)}&r=${n}`,
	'over http, with a slash': (url) => `${url.replace('https', 'http')}/`
};

/** How an export calls a send. */
const called: Record<string, (plan: Plan) => string> = {
	'by its number': ({ tongue, number }) => `${tongue.name} #${number}`,
	'by a number alone': ({ tongue, number }) => `${tongue.name} ${number}`,
	'by its first story': ({ sections }) => sections[0]!.stories[0]!.title,
	'by an id': ({ number }) => String(880_000 + number * 17),
	'by its day': ({ day }) => `newsletter_${day}`
};

const ISSUES = 4;

type Click = { plan: Plan; reader: string; url: string; at: number; campaign: string };

/** An archive of one seed: its files, and how many readers clicked each story. */
function archiveOf(seed: number) {
	const tongue = tongues[seed % tongues.length]!;
	const pick = <T>(of: Record<string, T>, step: number) =>
		Object.values(of)[Math.floor(seed / step) % Object.values(of).length]!;
	const layout = {
		head: Object.keys(heads)[seed % Object.keys(heads).length]!,
		story: Object.keys(stories)[seed % Object.keys(stories).length]!,
		box: Object.keys(boxes)[seed % Object.keys(boxes).length]!
	};
	const text = seed % 3 === 2 ? textLayouts[(seed * 7) % textLayouts.length]! : null;
	const [write, call] = [pick(written, 1), pick(called, 1)];

	const files: Files = {};
	const clicks: Click[] = [];
	const clickers = new Map<string, Set<string>>();
	for (let n = 0; n < ISSUES; n++) {
		const plan = planned(tongue, seed, n);
		const letter = text ? textLetterOf(plan, text) : letterOf(plan, layout, seed);
		files[`${plan.day}_${plan.number}.${text?.ending ?? 'html'}`] = bytes(letter);
		for (const [i, story] of plan.sections.flatMap((section) => section.stories).entries()) {
			const readers = Array.from(
				{ length: 1 + ((seed + i * 3 + n) % 5) },
				(_, r) => `r${r}-${i % 7}`
			);
			clickers.set(`${plan.number} ${plain(story.title)}`, new Set(readers));
			for (const [r, reader] of readers.entries()) {
				const at = Date.parse(plan.day) + DAY / 3 + (i * 7 + r * 53) * 60_000;
				// every other letter was sent again, to some
				const again = n % 2 && r % 3 === 2 ? ' (resend)' : '';
				clicks.push({
					plan,
					reader,
					url: write(story.url, i * 10 + r),
					at,
					campaign: call(plan) + again
				});
			}
		}
	}
	const rows = clicks.map(({ reader, url, at, campaign }) => [
		`${reader}@example.com`,
		campaign,
		url,
		new Date(at).toISOString().slice(0, 19)
	]);
	files['clicks.csv'] = bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows));
	return { files, clickers, clicks: clicks.length };
}

/** A plan of one issue a week, whose pages stand under one path. */
function planned(tongue: (typeof tongues)[number], seed: number, n: number): Plan {
	const plan = planOf(tongue, seed, n + 1);
	const sections = plan.sections.map((section) => ({
		...section,
		stories: section.stories.map((story) => ({
			...story,
			url: story.url.replace(/\/[a-z]{2}\//, '/story/')
		}))
	}));
	const day = new Date(Date.UTC(2025, 2, 3) + n * 7 * DAY).toISOString().slice(0, 10);
	return { ...plan, sections, day };
}

const seeds = Array.from({ length: 14 }, (_, seed) => seed);
const nameOf = (seed: number, of: object) => Object.keys(of)[seed % Object.keys(of).length]!;

test.each(seeds.map((seed) => [seed, nameOf(seed, written), nameOf(seed, called)] as const))(
	'archive %i: links %s, sends called %s → every story has its clickers',
	async (seed) => {
		const { files, clickers, clicks } = archiveOf(seed);
		const workspace = await newWorkspace();
		await workspace.take(files);

		const issues = await workspace.issues();
		expect(issues).toHaveLength(ISSUES);
		expect(issues.reduce((sum, issue) => sum + issue.matchedClicks!, 0)).toBe(clicks);
		const numberOf = new Map(issues.map(({ id, number }) => [id, number]));
		const found = new Map(
			(await workspace.items()).map(({ issueId, title, clickers }) => [
				`${numberOf.get(issueId)} ${plain(title)}`,
				clickers
			])
		);
		const planted = [...clickers].map(([story, readers]) => [story, readers.size] as const);
		expect(planted.filter(([story, n]) => found.get(story) !== n)).toEqual([]);
		expect(await workspace.differences()).toEqual([]);
	}
);

const plain = (title: string) =>
	title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
