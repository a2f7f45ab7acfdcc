package guanjia.dialogue;

import java.time.Instant;
import java.util.Optional;

/**
 * Where and when a turn happens; all that a flow may know besides the answers and its own ports.
 *
 * @param at when the words were heard; the engine has no clock of its own
 * @param conversation id of the conversation
 * @param estate code of the estate the conversation is about, if known
 * @param resident id of the proven resident; empty while the chat is bound to nobody
 */
public record Situation(Instant at, String conversation, Optional<String> estate, Optional<String> resident) {}
