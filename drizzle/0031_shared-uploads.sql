CREATE TABLE `spooled` (
	`name` text PRIMARY KEY NOT NULL,
	`nonce` text NOT NULL,
	`bytes` integer,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `spooled_part` (
	`name` text NOT NULL,
	`n` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`name`, `n`),
	FOREIGN KEY (`name`) REFERENCES `spooled`(`name`) ON UPDATE no action ON DELETE cascade
);
