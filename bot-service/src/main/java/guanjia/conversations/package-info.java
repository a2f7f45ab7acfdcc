/** One chat from first word to last: mailbox, turn, transcript, reading of words, hand-off to people and back. */
@NullMarked
package guanjia.conversations;

import org.jspecify.annotations.NullMarked;
