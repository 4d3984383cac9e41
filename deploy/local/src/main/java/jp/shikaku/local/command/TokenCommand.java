package jp.shikaku.local.command;

import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.problem.LocalException;

@Command(
        name = "token",
        description = {
            "Print a bearer token of this machine's identity, and nothing else:",
            "  curl -H \"Authorization: Bearer $$(deploy/shikaku token institution 0110113719)\" ..."
        })
final class TokenCommand implements Runnable {

    @ParentCommand
    private Shikaku shikaku;

    @Parameters(
            index = "0",
            paramLabel = "ROLE",
            description = "employer, insurer, institution, hotline, operator, certifier or service.")
    private Role role;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "Corporate number, insurer number, institution code, or the name of any other role.")
    private String id;

    @Option(names = "--valid", defaultValue = "PT12H", description = "ISO 8601 duration (default: ${DEFAULT-VALUE}).")
    private Duration validFor;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Who of them: where two have to act, two persons sign in (default: the party itself).")
    private String person;

    @Override
    public void run() {
        try {
            shikaku.out().println(token());
        } catch (InvalidValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new LocalException(e.getMessage(), "Give an id of that form.", e);
        }
    }

    private String token() {
        var identity = shikaku.stack().identity();
        return person == null ? identity.token(role, id, validFor) : identity.tokenOf(person, role, id, validFor);
    }
}
