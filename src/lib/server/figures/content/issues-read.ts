/** Shown beside the number of issues. */
export type IssuesRead = {
	/** those of these issues with an imported document, from which sections and topics come */
	issuesRead: number;
};

/** How many of some issues have their document. */
export function issuesRead(issues: readonly { documentId: number | null }[]): IssuesRead {
	return { issuesRead: issues.filter(({ documentId }) => documentId !== null).length };
}
