import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { sampleArchive, sampleFiles } from './sample.ts';
import { sampleTruth, topicLifts } from './sample-truth.ts';
import { clickersByItem, kendall, reachByIssue } from './tally.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../imports/sample');
const files = sampleFiles();

/** Every file, those in zips too, as text. */
function texts(): [path: string, text: string][] {
	const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
	return Object.entries(files).flatMap(([path, bytes]) =>
		path.endsWith('.zip')
			? Object.entries(unzipSync(bytes)).map(([inner, content]): [string, string] => [
					`${path}/${inner}`,
					read(content)
				])
			: [[path, read(bytes)] as [string, string]]
	);
}

test('the seed → imports/sample, byte for byte', () => {
	const there = globSync('**/*', { cwd: folder }).sort();
	expect(there).toEqual(Object.keys(files).sort());

	// `node tests/simulate/write-sample.mjs` writes it anew
	const different = there.filter(
		(path) => Buffer.compare(readFileSync(join(folder, path)), files[path]!) !== 0
	);
	expect(different).toEqual([]);
});

test('the sample → less than 8 MB', () => {
	const size = Object.values(files).reduce((sum, { length }) => sum + length, 0);
	expect(size).toBeLessThan(8_000_000);
});

test('a host or an address in the sample → of example.com, .net or .org, so that none can be real', () => {
	const strays = texts().flatMap(([path, text]) => {
		const addresses = text.match(/[\w.+-]+@[\w.-]+\w/g) ?? [];
		const hosts = text.match(/https?:\/\/[\w.-]+/g) ?? [];
		return (
			[...addresses, ...hosts]
				.filter((host) => !/[@./]example\.(com|net|org)$/.test(host))
				// the namespace of XHTML is no site that anybody visits
				.filter((host) => host !== 'http://www.w3.org')
				.map((host) => `${path}: ${host}`)
		);
	});
	expect(strays).toEqual([]);
});

test('the sample’s issues → no title twice, and in each an editorial, a lead and six to eight briefs', () => {
	const { editions } = sampleArchive();
	const titles = editions.flatMap(({ items }) =>
		items.flatMap(({ title, partner }) => (partner ? [] : [title]))
	);

	expect(editions).toHaveLength(60);
	expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
	for (const { items } of editions) {
		expect(items.slice(0, 2).map(({ format }) => format)).toEqual(['editorial', 'lead']);
		expect([6, 7, 8]).toContain(items.filter(({ format }) => format === 'brief').length);
	}
});

test('clickers by topic, for their positions → the planted order, which is not what the editor likes', () => {
	const { archive } = sampleArchive();
	const clickers = clickersByItem(archive);
	const reach = reachByIssue(archive);
	const result = archive.topics.map((_, topic) => {
		let seen = 0;
		let usual = 0;
		archive.items.forEach(({ topics, issue, positionEffect }, i) => {
			if (!topics.includes(topic)) return;
			seen += clickers[i]!;
			usual += reach[issue]! * Math.exp(positionEffect + archive.issues[issue]!.effect);
		});
		return seen / usual;
	});

	expect(kendall(result, topicLifts(archive))).toBeGreaterThan(0.85);
	expect(sampleTruth().topics[0]).toMatchObject({ topic: 'Intelligence artificielle' });
	expect(sampleTruth().topics[0]!.lift).toBeLessThan(1);
	expect(sampleTruth().topics.at(-1)!.lift).toBeGreaterThan(1.5);
});

test('the truth of the sample → items in every issue, and a fifth of the clicks by scanners', () => {
	const { items, issues, clicks } = sampleTruth();
	const bots = clicks.scanner / (clicks.human + clicks.scanner);

	expect(new Set(items.map(({ number }) => number)).size).toBe(issues);
	expect(clicks.human).toBeGreaterThan(25_000);
	expect(clicks.human + clicks.scanner).toBeLessThan(100_000);
	// as many as people believe
	expect(bots).toBeGreaterThan(0.15);
	expect(bots).toBeLessThan(0.25);
});
