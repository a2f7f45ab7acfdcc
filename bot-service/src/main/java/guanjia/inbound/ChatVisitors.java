package guanjia.inbound;

/** Makes visitors that nobody can guess. Safe for use by many threads. */
interface ChatVisitors {
    ChatVisitor fresh();
}
