import type { Happening } from '../server/alerts/happenings.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';
import { words } from './words.ts';

/** An alert as people read it: what happened, and by which figures. */
export type AlertWords = { title: string; text: string };

/** What an alert says; of a test, where `happening` is null, that alerts of the publication arrive. */
export function alertWords(
	happening: Pick<Happening, 'kind' | 'certainty' | 'facts'> | null,
	publication: string,
	say: Formats
): AlertWords {
	const { locale } = say;
	if (!happening)
		return {
			title: m['alert.test.title']({ publication }, { locale }),
			text: m['alert.test.text']({ publication }, { locale })
		};

	const { kind, certainty, facts } = happening;
	const told = (key: string, show: (value: number) => string) =>
		facts[key] == null ? '–' : show(Number(facts[key]));
	const ends = kind === 'topicFalls' ? say.lift : say.number;
	const isBounded = facts.low != null && facts.high != null;
	const details = {
		mark: words(`mark.${certainty}`, {}, locale),
		topic: say.quote(String(facts.topic)),
		sponsor: String(facts.sponsor),
		issue: issueLabel(facts.issue, say),
		day: told('at', say.day),
		factor: told('factor', say.lift),
		interval: isBounded ? say.between(Number(facts.low), Number(facts.high), ends) : '–',
		clickers: told('clickers', say.number),
		expected: told('expected', say.number),
		guaranteed: told('guaranteed', say.number),
		chance: told('chance', say.share),
		before: told('before', say.share),
		after: told('after', say.share),
		n: Number(facts.days ?? 0),
		usual: told('usualDays', say.number),
		upTo: told('dataUpTo', say.instant)
	};
	const which = `${kind}${variantOf(kind, facts)}`;
	return {
		title: words(`alert.${which}.title`, details, locale),
		text: words(`alert.${which}.text`, details, locale)
	};
}

/** Whether a guarantee is missed or in danger, an issue above or below what was forecast. */
function variantOf(kind: Happening['kind'], facts: Happening['facts']): string {
	if (kind === 'guaranteeBehind') return facts.expected == null ? '.missed' : '.open';
	if (kind === 'issueFarFromForecast')
		return Number(facts.clickers) > Number(facts.expected) ? '.more' : '.fewer';
	return '';
}

function issueLabel(issue: Happening['facts'][string] | undefined, say: Formats): string {
	if (issue == null) return '–';
	return /^\d+$/.test(String(issue)) ? say.issue(Number(issue)) : say.quote(String(issue));
}
