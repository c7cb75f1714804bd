// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "icon.h"

#include "pictures.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace app::style {

using namespace Qt::StringLiterals;

namespace {

QByteArray drawingOf(Icon name)
{
    static const std::array<QString, static_cast<size_t>(Icon::Count)> words{
        u"back"_s, u"crash"_s, u"cut"_s,  u"export"_s, u"fail"_s,    u"forward"_s, u"leave"_s, u"minus"_s,
        u"more"_s, u"pause"_s, u"play"_s, u"plus"_s,   u"restart"_s, u"send"_s,    u"slow"_s,  u"table"_s};
    registerPictures();
    QFile file(u":/style/icons/%1.svg"_s.arg(words[static_cast<size_t>(name)]));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not compiled in", qPrintable(file.fileName()));
    return file.readAll();
}

// Where Appearance puts the theme's colour of that role.
QPalette::ColorRole inPalette(Role role)
{
    switch (role) {
    case Role::SubtleText:
        return QPalette::PlaceholderText;
    case Role::Bad:
        return QPalette::BrightText;
    default:
        return QPalette::WindowText;
    }
}

// Asks for the theme's colour each time, so that it follows it; Qt repaints all windows when the palette
// changes. What has been drawn in a colour and at a size is kept.
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(Icon name, Role role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &place, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        QSvgRenderer renderer(drawingOf(m_name).replace("currentColor", colourIn(mode).name().toLatin1()));
        const int side = std::min(place.width(), place.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(place).center());
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = u"app::style::icon %1 %2x%3 %4"_s.arg(static_cast<int>(m_name))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colourIn(mode).name());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QIconEngine *clone() const override { return new TintedIcon(*this); }

private:
    QColor colourIn(QIcon::Mode mode) const
    {
        const auto role = mode == QIcon::Disabled ? Role::SubtleText : m_role;
        return QGuiApplication::palette().color(QPalette::Active, inPalette(role));
    }

    Icon m_name;
    Role m_role;
};

} // namespace

QIcon icon(Icon name, Role role)
{
    return QIcon(new TintedIcon(name, role));
}

} // namespace app::style
