package guanjia;

/** A setting that the product can't start with; the message is one sentence for the operator, naming the variable. */
class WrongSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param variable the environment variable @param wanted what it takes */
    WrongSetting(String variable, String wanted) {
        super(variable + " must be " + wanted + ".");
    }
}
