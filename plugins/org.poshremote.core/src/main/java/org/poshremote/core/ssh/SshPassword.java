package org.poshremote.core.ssh;

import java.util.Optional;
import org.poshremote.core.path.PathQuestions;
import org.poshremote.core.path.PathQuestions.SecretQuestion;
import org.poshremote.core.target.JumpHost;
import org.poshremote.wsman.Secret;

/** Where a password comes from that an SSH server wants when it takes none of the keys. */
public interface SshPassword {
    /** Asked once; the caller closes the secret. Empty where there is none. */
    Optional<Secret> get();

    default void accepted() {
        // most sources keep nothing
    }

    default void refused(String why) {
        // most sources keep nothing
    }

    /** Of an account that is on the way. */
    static SshPassword asked(JumpHost account, String place, PathQuestions questions) {
        SecretQuestion question = new SecretQuestion(PathQuestions.Kind.SSH, account.secretKey(), account.user(), place);
        return new SshPassword() {
            @Override
            public Optional<Secret> get() {
                return questions.secret(question);
            }

            @Override
            public void accepted() {
                questions.accepted(question);
            }

            @Override
            public void refused(String why) {
                questions.refused(question, why);
            }
        };
    }
}
