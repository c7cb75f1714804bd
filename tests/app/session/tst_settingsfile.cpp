// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/settingsfile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::session;

class TestSettingsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void startsWithTheUsualSettings()
    {
        const auto loaded = SettingsFile(path()).load();
        QVERIFY(loaded.settings == Settings());
        QVERIFY(loaded.notice.isEmpty());
    }

    void givesBackWhatWasSaved()
    {
        Settings settings;
        settings.appearance = u"dark"_s;
        settings.shape = u"monolith"_s;
        settings.language = u"de"_s;
        settings.shoppersPerSecond = 120;
        settings.restsMinimised = false;
        settings.broker = u"amqp://shop:secret@localhost/shop"_s;
        settings.geometry = QByteArray("\0\1\2", 3);
        settings.tab = u"books"_s;
        SettingsFile file(m_folder->filePath(u"new/folder/settings.json"_s));
        QVERIFY(file.save(settings).has_value());
        const auto loaded = file.load();
        QVERIFY(loaded.settings == settings);
        const auto permissions = QFile::permissions(m_folder->filePath(u"new/folder/settings.json"_s));
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(loaded.notice.isEmpty());
    }

    void setsADamagedFileAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("no JSON") << QByteArray("{ this is no JSON");
        QTest::addRow("nothing at all") << QByteArray();
        QTest::addRow("another format") << QByteArray(R"({"formatVersion": 7})");
        QTest::addRow("a wrong type") << QByteArray(R"({"formatVersion": 1, "shape": 5})");
    }
    void setsADamagedFileAside()
    {
        QFETCH(QByteArray, text);
        QFile damaged(path());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(text);
        damaged.close();
        const auto loaded = SettingsFile(path()).load();
        QVERIFY(loaded.settings == Settings());
        const auto aside = QDir(m_folder->path()).entryList({u"settings.json.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY(loaded.notice.contains(aside.front()));
        QFile kept(m_folder->filePath(aside.front()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void boundsTheNumberOfShoppers()
    {
        const auto settings = Settings::fromJson({{u"formatVersion"_s, 1}, {u"shoppersPerSecond"_s, 1e9}});
        QCOMPARE(settings->shoppersPerSecond, 300.0); // as far as the slider goes
    }

private:
    QString path() const { return m_folder->filePath(u"settings.json"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
