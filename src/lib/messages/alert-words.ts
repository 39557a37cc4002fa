import type { Happening } from '../server/alerts/happenings.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';
import { issueQuoted, issueWithin } from './issue-name.ts';
import { words } from './words.ts';

/** An alert as people read it: what happened, and by which figures. */
export type AlertWords = { title: string; text: string };

/** What an alert says; of a test, where `happening` is null, that alerts of the publication arrive. */
export function alertWords(
	happening: Pick<Happening, 'kind' | 'certainty' | 'facts'> | null,
	publication: string,
	formats: Formats
): AlertWords {
	const { locale } = formats;
	if (!happening)
		return {
			title: m['alert.test.title']({ publication }, { locale }),
			text: m['alert.test.text']({ publication }, { locale })
		};

	const { kind, certainty, facts } = happening;
	const sentence = (key: string, show: (value: number) => string) =>
		facts[key] == null ? '–' : show(Number(facts[key]));
	const ends = kind === 'topicFalls' ? formats.lift : formats.number;
	const isBounded = facts.low != null && facts.high != null;
	const details = {
		mark: words(`mark.${certainty}`, {}, locale),
		topic: formats.quote(String(facts.topic)),
		sponsor: String(facts.sponsor),
		issue: issueLabel(happening, formats),
		day: sentence('at', formats.day),
		factor: sentence('factor', formats.lift),
		interval: isBounded ? formats.between(Number(facts.low), Number(facts.high), ends) : '–',
		clickers: sentence('clickers', formats.number),
		clicks: sentence('clicks', formats.number),
		expected: sentence('expected', formats.number),
		guaranteed: sentence('guaranteed', formats.number),
		chance: sentence('chance', formats.chance),
		before: sentence('before', formats.share),
		after: sentence('after', formats.share),
		n: Number(facts.days ?? 0),
		usual: sentence('usualDays', formats.number),
		// several issues a day are as good as one
		usualDays: Math.max(1, Number(facts.usualDays ?? 1)),
		upTo: sentence('dataUpTo', formats.instant)
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

function issueLabel({ kind, facts }: Pick<Happening, 'kind' | 'facts'>, formats: Formats): string {
	if (facts.issue == null) return '–';
	const named = kind === 'botsJump' ? issueWithin : issueQuoted;
	return named(String(facts.issue), formats);
}
