CREATE TABLE `rollup_lone` (
	`send_id` integer PRIMARY KEY NOT NULL,
	`footer` integer NOT NULL,
	`others` integer NOT NULL,
	`late_footer` integer NOT NULL,
	`late_others` integer NOT NULL,
	`footer_share` real NOT NULL,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
);
