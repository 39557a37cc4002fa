/** Beside how many issues there are. */
export type IssuesRead = {
	/** of these issues, those whose document was imported: sections and topics come from its words */
	issuesRead: number;
};

/** How many of some issues have their document. */
export function issuesRead(issues: readonly { documentId: number | null }[]): IssuesRead {
	return { issuesRead: issues.filter(({ documentId }) => documentId !== null).length };
}
