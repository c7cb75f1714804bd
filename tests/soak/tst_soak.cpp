// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soak.h"

#include <QTest>

using namespace Qt::StringLiterals;

// The short form of ./dev bench soak.
class TestSoak : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingWorksAfterTheLastRepair()
    {
        tests::soak::Soak::Options options;
        options.steps = 200;
        options.pauseAtMost = std::chrono::milliseconds(20);
        options.atMost = std::chrono::seconds(10);
        tests::soak::Soak soak(options);
        const auto outcome = soak.run();
        QVERIFY2(outcome,
                 outcome ? "" : qPrintable(outcome.error().message + u'\n' + soak.log().join(u'\n')));
        QVERIFY(soak.stepsDone() > 10);
    }
};

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
