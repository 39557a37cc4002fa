CREATE TABLE `rollup_unassessed` (
	`send_id` integer NOT NULL,
	`rule` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`send_id`, `rule`),
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
