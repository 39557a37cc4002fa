import { renderTable } from '#lib/columns/render-table.ts';
import { jobTable } from '#lib/columns/tables/jobs.ts';
import { createFormats } from '#lib/messages/format.ts';
import { jobTrouble } from '#lib/messages/job-words.ts';
import { words } from '#lib/messages/words.ts';
import { jobFigures } from '#lib/server/figures/jobs.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { tryJobAgain } from '#lib/server/ingest/retry-job.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { renderedLines } from './figures.ts';
import { textOption } from './options.ts';

/** What runs, waits, failed and ended; and a job that failed tried again. */
export const jobs: Command = {
	name: 'jobs',
	args: '[retry JOB]',
	needs: 0,
	takes: 2,
	options: { publication: { type: 'string', value: 'NAME' } },

	async run(call) {
		const [verb, given = ''] = call.args;
		if (verb === undefined) return listed(call);
		if (verb !== 'retry') throw new Trouble('badChoice', { given: verb, known: 'retry JOB' });
		if (!/^\d{1,9}$/.test(given)) throw new Trouble('badNumber', { given });

		const db = await call.db();
		const publication = await publicationAsked(call);
		const id = Number(given);
		await tryJobAgain(db, id, publication?.id ?? null, { by: null, now: Date.now() });
		return {
			json: { id, state: 'waiting' },
			lines: [words('cli.jobs.again', { id }, call.locale)]
		};
	}
};

async function publicationAsked({ db, options }: Call) {
	const slug = textOption(options, 'publication');
	return slug === null ? null : publicationOf(await db(), slug);
}

async function listed(call: Call): Promise<Answer> {
	const { locale } = call;
	const publication = await publicationAsked(call);
	const { running, waiting, failed, done } = await jobFigures(await call.db(), publication);
	const rows = [...running, ...waiting, ...failed, ...done];
	if (rows.length === 0) return { json: [], lines: [words('cli.jobs.none', {}, locale)] };

	const zone = publication?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const formats = createFormats(locale, zone);
	return {
		json: rows,
		lines: [
			...renderedLines(renderTable(jobTable, 'terminal', rows, formats)),
			...failed.map((row) => `#${row.id}: ${jobTrouble(row, locale)}`)
		],
		...(failed.some(({ mayRetry }) => mayRetry) && {
			notes: [words('cli.jobs.retry', {}, locale)]
		})
	};
}
