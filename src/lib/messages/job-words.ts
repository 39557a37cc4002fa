import type { JobRow } from '../server/figures/jobs.ts';
import type { TroubleCode } from '../trouble.ts';
import type { Locale } from './compiled/runtime.js';
import type { Formats } from './format.ts';
import { troubleWords } from './trouble-words.ts';
import { words } from './words.ts';

/** What a job does, with the file that it is about. */
export function jobName({ kind, about }: Pick<JobRow, 'kind' | 'about'>, locale: Locale): string {
	const name = words(`job.kind.${kind}`, {}, locale);
	return about.length === 0 ? name : words('job.of', { name, file: about.join(', ') }, locale);
}

/** How far it is, what it waits for or how often it was begun; empty where there is nothing to say. */
export function jobDetail(row: JobRow, formats: Formats, locale: Locale): string {
	const parts = [
		row.progress === null ? '' : formats.percent(row.progress),
		row.elsewhere ? words('job.elsewhere', {}, locale) : '',
		row.attempts > 1 ? words('job.attempts', { n: row.attempts }, locale) : ''
	];
	return parts.filter((part) => part !== '').join(', ');
}

/** Why it failed, or was put off, in a sentence; empty where nothing is wrong. */
export function jobTrouble({ trouble }: Pick<JobRow, 'trouble'>, locale: Locale): string {
	return trouble === null ? '' : troubleWords(trouble.code as TroubleCode, trouble.details, locale);
}
