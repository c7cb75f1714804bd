// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/httplimits.h>

#include <QTest>

#include <tests/support/filelimit.h>

using services::transport::HttpLimits;

class TestHttpLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leaveFilesForAllOthers_data()
    {
        QTest::addColumn<int>("files");
        QTest::addColumn<int>("connections");
        QTest::newRow("an eighth of what a plain system gives") << 1024 << 128;
        QTest::newRow("an eighth of very little") << 100 << 12;
        QTest::newRow("one of next to nothing") << 7 << 1;
        QTest::newRow("no more than a server ever takes") << 16'384 << 1024;
    }
    void leaveFilesForAllOthers()
    {
        QFETCH(int, files);
        QFETCH(int, connections);
        const tests::support::FileLimit limit(static_cast<rlim_t>(files));
        QCOMPARE(HttpLimits::ofThisProcess().connections, connections);
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
