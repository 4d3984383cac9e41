/** Reads questions as institutions send them, row by row, in memory that does not grow with the file. */
package jp.shikaku.eligibility.batch.file;
