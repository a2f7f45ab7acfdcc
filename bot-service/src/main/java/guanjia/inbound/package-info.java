/** Telegram, SMS and web updates become {@link guanjia.conversations.Inbound} records; signatures and secrets are checked here. */
@NullMarked
package guanjia.inbound;

import org.jspecify.annotations.NullMarked;
