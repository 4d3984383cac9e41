package jp.shikaku.eligibility.coverage;

import java.util.HashSet;
import java.util.Set;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;

/** The cards and persons that applied versions are about, or were about before. */
public record TouchedKeys(Set<SubjectKey> subjects, Set<PersonKey> persons) {

    static TouchedKeys of(RowSet<Row> applied) {
        Set<SubjectKey> subjects = new HashSet<>();
        Set<PersonKey> persons = new HashSet<>();
        for (Row row : applied) {
            subjects.add(SubjectKey.of(row.getString("subject_key")));
            persons.add(PersonKey.of(row.getString("person_key")));
            if (row.getString("subject_before") != null) {
                subjects.add(SubjectKey.of(row.getString("subject_before")));
                persons.add(PersonKey.of(row.getString("person_before")));
            }
        }
        return new TouchedKeys(subjects, persons);
    }
}
