package jp.shikaku.local.command;

import java.io.PrintStream;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.local.problem.LocalException;

/** Says what went wrong and what to do, in two lines. A stack trace is for what we did not foresee. */
record Trouble(PrintStream err) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof LocalException local) {
            say(local.getMessage(), local.remedy());
        } else if (failure instanceof InvalidValueException invalid) {
            say(invalid.fault().detail().en(), invalid.fault().nextStep().en());
        } else {
            failure.printStackTrace(err);
            say("This should not have happened.", "Report it with the lines above.");
        }
        return ExitCode.SOFTWARE;
    }

    private void say(String what, String remedy) {
        err.println("error: " + what);
        err.println("  → " + remedy);
    }
}
