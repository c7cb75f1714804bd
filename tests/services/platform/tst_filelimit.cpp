// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/filelimit.h>

#include <QTest>

#include <tests/support/filelimit.h>

class TestFileLimit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRaisedAsFarAsTheSystemAllows()
    {
        const tests::support::FileLimit low(64);
        services::platform::raiseFileLimit();
        rlimit files{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
        QCOMPARE(files.rlim_cur, files.rlim_max);
        QVERIFY(files.rlim_cur > 64);
    }
};

QTEST_GUILESS_MAIN(TestFileLimit)
#include "tst_filelimit.moc"
