package guanjia.knowledge;

/** Takes note of a question without an answer and of words that nothing matched. Returns at once. */
@FunctionalInterface
interface Unanswered {
    void note(Question question, Asked asked, Found nearest);
}
