import type { PublicationSend } from '../store/events/sends.ts';

/** Sends in the order in which they went out, and are judged. */
export function inSendOrder(sends: readonly PublicationSend[]): PublicationSend[] {
	const sentAt = sentAtOf(sends);
	return [...sends].sort(
		(a, b) =>
			(sentAt(a) ?? Infinity) - (sentAt(b) ?? Infinity) ||
			// ids tell only which was met first
			(`${a.provider} ${a.campaign}` < `${b.provider} ${b.campaign}` ? -1 : 1)
	);
}

/** When a send went out, in UTC seconds: by its own files, else by those of the same issue. */
export function sentAtOf(sends: readonly PublicationSend[]) {
	const ofIssue = new Map<number, number>();
	for (const { issueId, sentAt } of sends)
		if (issueId !== null && sentAt !== null)
			ofIssue.set(issueId, Math.min(sentAt, ofIssue.get(issueId) ?? Infinity));

	return ({ sentAt, issueId }: PublicationSend): number | null => {
		const at = sentAt ?? (issueId === null ? undefined : ofIssue.get(issueId));
		return at === undefined ? null : Math.floor(at / 1000);
	};
}
