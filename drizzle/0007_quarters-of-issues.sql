CREATE TABLE `__new_rollup_quarter` (
	`issue_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`clicks` integer NOT NULL,
	`first` integer NOT NULL,
	PRIMARY KEY(`issue_id`, `quarter`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_rollup_quarter`("issue_id", "quarter", "clicks", "first") SELECT "issue_id", "quarter", "clicks", "first" FROM `rollup_quarter` WHERE "item_id" = 0;--> statement-breakpoint
DROP TABLE `rollup_quarter`;--> statement-breakpoint
ALTER TABLE `__new_rollup_quarter` RENAME TO `rollup_quarter`;
