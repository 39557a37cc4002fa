import { anyOf } from '../words/languages.ts';

// What a publication asks of its readers: what they think, to bring others, to pay.

/** What readers are asked about: the issue by one of its names, or by the letter's own word for it. */
const ISSUE = `(?:(?:${anyOf('issue')})(?![\\p{L}])|(?:\\S+ ){0,3}\\S+\\?)`;

const opinion = new RegExp(
	`^(?:(?:${anyOf('opinions')}) ${ISSUE}|${anyOf('opinionsWhole')})`,
	'iu'
);

/** "How did we do?", "Qu’avez-vous pensé de ce numéro ?": asks what readers think of the issue. */
export function asksOpinion(text: string): boolean {
	return opinion.test(text.replace(/^[^\p{L}]+/u, ''));
}

const poll = new RegExp(`^[^\\p{L}]*(?:${anyOf('polls')})[^\\p{L}]*$`, 'iu');

/** "Sondage", "📊 The poll of the week": what stands over a question and its answers. */
export function headsPoll(text: string): boolean {
	return text.length <= 60 && poll.test(text);
}

const help = new RegExp(anyOf('help'), 'i');

/** "You currently have 0 referrals", "buy me a coffee": what brings readers or money, and tells no story. */
export function asksForHelp(text: string): boolean {
	return text.length <= 300 && help.test(text);
}
