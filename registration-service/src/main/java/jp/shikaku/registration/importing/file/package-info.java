/**
 * Reading of files that insurers send, in memory that does not grow with the file. Knows no framework: bytes go in, rows
 * come out.
 */
package jp.shikaku.registration.importing.file;
