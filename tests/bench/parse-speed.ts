import { Parser } from 'htmlparser2';
import { readIssueAsSent, type ReadDocument } from '#lib/issue/read-issue.ts';
import { editionsOf } from '#lib/issue/template/editions.ts';
import { learn } from '#lib/issue/template/learn.ts';
import { htmlStyles } from '../corpus/html-styles.ts';
import { planOf } from '../corpus/plan.ts';
import { tongues } from '../corpus/tongues.ts';

/** Issues of one letter, as a publication of six years has them. */
const ISSUES = 300;
/** Bytes of the issue that is timed. */
const SIZE = 100_000;
const RUNS = 25;

/**
 * How long issues of 100 KB take to read, beside a parser of HTML that only walks through them, and the
 * template of 300 issues beside the reading of them all. Milliseconds of processor time; of an issue the median.
 */
export async function parseSpeed(): Promise<string[]> {
	const mailed = await issueSpeed('laid out as services send it', mailedIssue);
	const stories = await issueSpeed('all of it stories', storiesAlone);

	const style = htmlStyles[0]!;
	const documents = Array.from({ length: ISSUES }, (_, i) => {
		const plan = planOf(tongues[0]!, 1, i + 1);
		return { name: `${plan.day}_${i + 1}.html`, bytes: bytesOf(style.set(plan)) };
	});
	const begun = processor();
	const read: ReadDocument[] = [];
	for (const one of documents) read.push(await readIssueAsSent(one));
	const reading = processor() - begun;

	const evidence = () => {
		const editions = editionsOf(
			documents.map(({ name }, i) => ({ name, document: read[i]!.document }))
		);
		return read.map(({ trace }, i) => ({ edition: editions[i]!, plain: false, trace }));
	};
	const template = await median(() => learn(evidence()));
	return [
		mailed,
		stories,
		`the template of ${ISSUES} issues: ${ms(template)} (reading them: ${ms(reading)}, ${(template / reading).toFixed(2)} ×)`
	];
}

async function issueSpeed(name: string, make: (run: number) => string): Promise<string> {
	// each run has words of its own: nothing remembered from the last helps it
	const issues = Array.from({ length: 2 * RUNS }, (_, run) => make(run));
	// as an import reads them, whose code has been compiled: the first half is not timed
	for (const html of issues.splice(RUNS))
		await readIssueAsSent({ name: 'large.html', bytes: bytesOf(html) });
	let run = 0;
	const read = await median(() =>
		readIssueAsSent({ name: 'large.html', bytes: bytesOf(issues[run++]!) })
	);
	run = 0;
	const walk = await median(() => walked(issues[run++]!));
	return `one issue of ${SIZE / 1000} KB, ${name}: ${ms(read)} (a walk through its HTML: ${ms(walk)}, ${(read / walk).toFixed(1)} ×)`;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Milliseconds of processor time of this process. */
function processor(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Issues of one style in one, as far as the size; no two of its paragraphs are alike, nor of two runs. */
function storiesAlone(run: number): string {
	return manyInOne(run, 'headings-and-lists', (html) => html);
}

/** What a service writes at each of its boxes: in real letters of this size one byte in ten is read. */
const LAYOUT =
	'border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt;-ms-text-size-adjust:100%;-webkit-text-size-adjust:100%;word-break:break-word;padding:0';

/** A letter of boxes with pictures and buttons in nested tables, each with its layout written out. */
function mailedIssue(run: number): string {
	return manyInOne(run, 'boxes-with-buttons', (html) =>
		html.replace(
			/<(table|tr|td|p|a|img)\b((?:(?!style=)[^>])*)>/g,
			(_, tag: string, rest: string) => `<${tag} style="${LAYOUT}"${rest}>`
		)
	);
}

function manyInOne(run: number, style: string, laidOut: (html: string) => string): string {
	const { set } = htmlStyles.find(({ name }) => name === style)!;
	let body = '';
	let n = run * SIZE;
	for (let i = 1; body.length < SIZE; i++) {
		const html = set(planOf(tongues[0]!, run + 1, i));
		const inside = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
		body += laidOut(inside.replaceAll(/<\/(?:p|td)>/g, (end) => ` ${++n}${end}`));
	}
	return `<!doctype html><html><body>${body.slice(0, SIZE)}</body></html>`;
}

function walked(html: string): number {
	let tags = 0;
	const parser = new Parser({ onopentag: () => tags++ });
	parser.end(html);
	return tags;
}

async function median(run: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let i = 0; i < RUNS; i++) {
		const begun = processor();
		await run();
		times.push(processor() - begun);
	}
	return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}
