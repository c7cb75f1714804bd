// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/lab/verifytable.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::lab;
using services::verification::Findings;
using services::verification::Loss;
using services::verification::TrialOutcome;

namespace {

// So many trials, of which one was played.
Findings findingsOf(int planned)
{
    Findings findings;
    findings.planned = findings.faultsPlanned = planned;
    findings.outcomes.resize(1);
    return findings;
}

TrialOutcome lostTo(Loss::Cause cause)
{
    TrialOutcome outcome;
    outcome.notPlayed = u"it came to nothing"_s;
    outcome.lostTo = cause;
    return outcome;
}

} // namespace

// What people are told of a verification.
class TestVerifyTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhyTrialsAreNotCovered();
    void saysNothingOfLossesWhereThereAreNone();
    void tellsWhatOnlyDidNotRecoverAtFirst();
};

void TestVerifyTable::tellsWhyTrialsAreNotCovered()
{
    auto findings = findingsOf(10);
    findings.outcomes.push_back(lostTo(Loss::Cause::Machine));
    findings.outcomes.push_back(lostTo(Loss::Cause::Machine));
    findings.outcomes.push_back(lostTo(Loss::Cause::Fleet));
    findings.outcomes.push_back(lostTo(Loss::Cause::Other));
    const auto text = verifyTable(findings, {});
    QVERIFY2(text.contains(u"0 times a trial was repeated. 2 are not covered since the machine did not keep "
                           "up, 1 since their fleets did not work well even without a fault, and 6 since"),
             qPrintable(text));
}

void TestVerifyTable::saysNothingOfLossesWhereThereAreNone()
{
    QVERIFY(!verifyTable(findingsOf(1), {}).contains(u"not covered"));
    auto repeated = findingsOf(1);
    repeated.repeats = 2;
    QVERIFY(verifyTable(repeated, {}).contains(u"2 times a trial was repeated. 0 are not covered"));
}

void TestVerifyTable::tellsWhatOnlyDidNotRecoverAtFirst()
{
    auto findings = findingsOf(1);
    QVERIFY(!verifyTable(findings, {}).contains(u"did not recover"));
    findings.unconfirmed.resize(1);
    findings.unconfirmed.front().hasRecovered = false;
    const auto text = verifyTable(findings, {});
    QVERIFY2(text.contains(u"1 trials disagreed or did not recover beside other fleets"), qPrintable(text));
    QVERIFY2(text.contains(u"it did not recover after the fault"), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestVerifyTable)
#include "tst_verifytable.moc"
