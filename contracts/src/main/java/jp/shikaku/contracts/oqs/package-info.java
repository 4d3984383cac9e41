/**
 * The XML documents by which receipt computers and electronic charts ask about cards (オンライン資格確認の外部インターフェイス), read
 * and written. The shape is what public clients send and read; the specification itself is not public, and no conformance
 * is claimed.
 */
package jp.shikaku.contracts.oqs;
