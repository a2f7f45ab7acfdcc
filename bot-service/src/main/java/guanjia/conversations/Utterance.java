package guanjia.conversations;

import guanjia.delivery.Content;
import guanjia.delivery.Lane;

/** Something the bot says in a turn, before it has its place in the chat. @param lane how urgently it leaves */
record Utterance(Content content, Lane lane) {
    static Utterance reply(Content content) {
        return new Utterance(content, Lane.REPLY);
    }
}
